import { suggest, suggestCategories, suggestingScope } from '@/lib/editing/suggest'
import { readRequestQuery } from '@/lib/input/address'
import { routes } from '@/lib/routes'
import { similarOpenFacts } from '@/lib/search/similar'
import { currentActor } from '@/lib/sessions/session'

export async function GET(request: Request) {
  const { q, kinds, closed } = readRequestQuery(request.url, routes.suggest)
  if (kinds === 'similar') return Response.json({ results: await similarOpenFacts(q) })
  const within = await suggestingScope(await currentActor(), closed !== null)
  if (kinds === 'category') return Response.json(await suggestCategories(within, q))
  return Response.json({ results: await suggest(within, q, kinds) })
}
