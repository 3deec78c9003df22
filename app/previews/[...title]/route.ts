import { askedTitle } from '@/lib/entries/loaders'
import { loadLinkPreview } from '@/lib/pages/link-preview'
import { missingAs } from '@/lib/sharing/missing'

export const dynamic = 'force-dynamic'

/** What the card of a link to a page shows; 404 where there is no such page. */
export async function GET(): Promise<Response> {
  const preview = await loadLinkPreview(await askedTitle())
  return preview ? Response.json(preview, { headers: { 'x-robots-tag': 'noindex' } }) : missingAs('json')
}
