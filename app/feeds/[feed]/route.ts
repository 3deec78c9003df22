import { feedCalled, formatCalled } from '@/lib/feeds/called'
import { readSegments } from '@/lib/input/address'
import { loadOrigin } from '@/lib/sharing/loaders'
import { missingAs } from '@/lib/sharing/missing'

/** A feed in the format that its name ends with. */
export async function GET(_: Request, { params }: { params: Promise<{ feed: string }> }): Promise<Response> {
  const { feed: name } = await readSegments(params)
  const feed = await feedCalled(name, await loadOrigin())
  if (!feed) return missingAs(formatCalled(name) === 'json' ? 'json' : 'xml')
  return new Response(feed.body, { headers: { 'content-type': `${feed.mediaType}; charset=utf-8` } })
}
