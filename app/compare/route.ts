import { readRequestQuery } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { paths, routes } from '@/lib/routes'

/** Redirects a history's form to the comparison of the two chosen revisions, the older first. */
export function GET(request: Request): Response {
  const asked = readRequestQuery(request.url, routes.compare)
  const [a, b] = [numberOfAddress(asked.a), numberOfAddress(asked.b)]
  const location = a && b ? paths.diff(Math.min(a, b), Math.max(a, b)) : paths.recent()
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })
}
