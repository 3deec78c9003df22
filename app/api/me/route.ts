import { meOf } from '@/lib/accounts/me'
import { readRequestQuery } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { logError } from '@/lib/log'
import { paths, routes } from '@/lib/routes'
import { currentActor } from '@/lib/sessions/session'
import { bringProgress } from '@/lib/sessions/session-progress'

/** Who the reader is, with `person=ID` what they may do to that account, and with `entry=ID` or `thread=ID` whether they watch it: the personal parts of a shared page. */
export async function GET(request: Request): Promise<Response> {
  const headers = { 'cache-control': 'private, no-store' }
  const asked = readRequestQuery(request.url, routes.me)
  try {
    const actor = await currentActor()
    const [person, entry, thread] = [asked.person, asked.entry, asked.thread].map(numberOfAddress)
    const { me, progress } = await meOf(actor, { person, entry, thread })
    await bringProgress(progress)
    return Response.json(me, { headers })
  } catch (error) {
    logError(error, { path: paths.me() })
    return Response.json({ signedIn: false }, { status: 503, headers })
  }
}
