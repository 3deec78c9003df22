import { watchedFeed } from '@/lib/feeds/watched'
import { readSegments } from '@/lib/input/address'
import { loadOrigin } from '@/lib/sharing/loaders'

interface Context {
  params: Promise<{ feed: string }>
}

/** The private feed of what somebody watches, for whoever has its address. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { feed: name } = await readSegments(params)
  const feed = await watchedFeed(name, await loadOrigin())
  const headers = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' }
  if (feed === null) return new Response(null, { status: 404, headers })
  return new Response(feed, {
    headers: { ...headers, 'content-type': 'application/atom+xml; charset=utf-8' },
  })
}
