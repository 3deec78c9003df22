import { loadOrigin } from '@/lib/sharing/loaders'
import { sitemapIndex } from '@/lib/sitemap/sitemap'

export const dynamic = 'force-dynamic'

/** The sitemap's index: robots.txt names it. */
export async function GET(): Promise<Response> {
  return new Response(await sitemapIndex(await loadOrigin()), {
    headers: { 'content-type': 'application/xml' },
  })
}
