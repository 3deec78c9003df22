import { readSegments } from '@/lib/input/address'
import { loadOrigin } from '@/lib/sharing/loaders'
import { missingAs } from '@/lib/sharing/missing'
import { sitemapPart } from '@/lib/sitemap/sitemap'

/** One part of the sitemap. */
export async function GET(_: Request, { params }: { params: Promise<{ part: string }> }): Promise<Response> {
  const { part } = await readSegments(params)
  const xml = await sitemapPart(part, await loadOrigin())
  return xml === null
    ? missingAs('xml')
    : new Response(xml, { headers: { 'content-type': 'application/xml' } })
}
