import { feedCalled, formatCalled } from '@/lib/feeds/called'
import { readRequestQuery, readSegments } from '@/lib/input/address'
import { viewOf } from '@/lib/revisions/recent'
import { routes } from '@/lib/routes'
import { loadOrigin } from '@/lib/sharing/loaders'
import { missingAs } from '@/lib/sharing/missing'

/** A feed in the format that its name ends with. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ feed: string }> },
): Promise<Response> {
  const { feed: name } = await readSegments(params)
  const feed = await feedCalled(name, await loadOrigin(), viewOf(readRequestQuery(request.url, routes.feed)))
  if (!feed) return missingAs(formatCalled(name) === 'json' ? 'json' : 'xml')
  return new Response(feed.body, { headers: { 'content-type': `${feed.mediaType}; charset=utf-8` } })
}
