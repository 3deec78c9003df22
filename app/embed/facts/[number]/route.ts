import { loadFact } from '@/lib/facts/loaders'
import { readSegments } from '@/lib/input/address'
import { embeddedFact } from '@/lib/sharing/embed'
import { loadOrigin } from '@/lib/sharing/loaders'
import { missingAs } from '@/lib/sharing/missing'
import { loadSite } from '@/lib/wiki/site'

/** A fact as a card for a frame on another site. */
export async function GET(
  _: Request,
  { params }: { params: Promise<{ number: string }> },
): Promise<Response> {
  const { number } = await readSegments(params)
  const [fact, { name }, origin] = await Promise.all([loadFact(number), loadSite(), loadOrigin()])
  if (!fact || fact.isClosed) return missingAs('text')
  return new Response(embeddedFact(fact, name, origin), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}
