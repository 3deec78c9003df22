import { readRequestQuery } from '@/lib/input/address'
import { routes } from '@/lib/routes'
import { completionsFor } from '@/lib/search/complete'

/** What a reader may mean who has typed so much into a search field. */
export async function GET(request: Request): Promise<Response> {
  return Response.json(await completionsFor(readRequestQuery(request.url, routes.complete).q))
}
