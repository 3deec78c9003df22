import { numberOfAddress } from '@/lib/entries/addresses'
import { diffPath } from '@/lib/revisions/paths'

/** Where a history's form leads: from two chosen revisions to their comparison, the older first. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url)
  const [a, b] = [numberOfAddress(searchParams.get('a')), numberOfAddress(searchParams.get('b'))]
  const location = a && b ? diffPath(Math.min(a, b), Math.max(a, b)) : '/recent'
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })
}
