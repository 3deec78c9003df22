import { readRequestQuery } from '@/lib/input/address'
import { routes } from '@/lib/routes'
import { completionsFor } from '@/lib/search/complete'
import { openSearchSuggestions, SUGGESTIONS_TYPE } from '@/lib/search/open-search'
import { loadOrigin } from '@/lib/sharing/loaders'

/** Suggestions for a browser's address bar. */
export async function GET(request: Request): Promise<Response> {
  const { q } = readRequestQuery(request.url, routes.openSearchSuggestions)
  const [found, origin] = await Promise.all([completionsFor(q), loadOrigin()])
  return new Response(JSON.stringify(openSearchSuggestions(q ?? '', origin, found)), {
    headers: { 'content-type': `${SUGGESTIONS_TYPE}; charset=utf-8` },
  })
}
