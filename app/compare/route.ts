/** Where a history's form leads: from two chosen revisions to their comparison, the older first. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url)
  const [a, b] = [searchParams.get('a') ?? '', searchParams.get('b') ?? '']
  const ids = [a, b].filter((id) => /^[1-9]\d{0,8}$/.test(id)).map(Number)
  const location = ids.length === 2 ? `/diff/${Math.min(...ids)}/${Math.max(...ids)}` : '/recent'
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })
}
