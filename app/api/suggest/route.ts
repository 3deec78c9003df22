import { suggest, suggestCategories } from '@/lib/editing/suggest'
import { readRequestQuery } from '@/lib/input/address'
import { readScopeOf } from '@/lib/policy/policy'
import { routes } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'

export async function GET(request: Request) {
  const { q, kinds } = readRequestQuery(request.url, routes.suggest)
  const within = readScopeOf(await currentActor())
  if (kinds === 'category') return Response.json(await suggestCategories(within, q))
  return Response.json({ results: await suggest(within, q, kinds) })
}
