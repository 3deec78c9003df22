import { suggest, suggestCategories, suggestingScope, suggestWork } from '@/lib/editing/suggest'
import { readRequestQuery } from '@/lib/input/address'
import { routes } from '@/lib/routes'
import { similarToAll, similarToReader } from '@/lib/search/similar-facts'
import { currentActor } from '@/lib/sessions/session'

export async function GET(request: Request) {
  const { q, kinds, closed } = readRequestQuery(request.url, routes.suggest)
  if (kinds === 'similar') return Response.json({ results: await similarToReader(q) })
  if (kinds === 'open') return Response.json({ results: await similarToAll(q) })
  if (kinds === 'work') return Response.json({ results: await suggestWork(await currentActor(), q) })
  const within = await suggestingScope(await currentActor(), closed !== null)
  if (kinds === 'category') return Response.json(await suggestCategories(within, q))
  return Response.json({ results: await suggest(within, q, kinds) })
}
