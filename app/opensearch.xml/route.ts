import { OPEN_SEARCH_TYPE, openSearchDescription } from '@/lib/search/open-search'
import { loadOrigin } from '@/lib/sharing/loaders'
import { loadSite } from '@/lib/wiki/site'

export const dynamic = 'force-dynamic'

/** By this, named in every page's head, a browser learns to search the wiki. */
export async function GET(): Promise<Response> {
  const [{ name }, origin] = await Promise.all([loadSite(), loadOrigin()])
  return new Response(openSearchDescription({ name, origin }), {
    headers: { 'content-type': OPEN_SEARCH_TYPE },
  })
}
