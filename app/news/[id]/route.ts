import { readSegments } from '@/lib/input/address'
import { openNewsLine } from '@/lib/news/loaders'

interface Context {
  params: Promise<{ id: string }>
}

/** Leads to what a line of one's own news is about, which is read from then on. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await readSegments(params)
  const isLookingAhead = request.headers.get('sec-purpose')?.includes('prefetch') ?? false
  const location = await openNewsLine(id, isLookingAhead)
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'private, no-store' } })
}
