import { meOf } from '@/lib/accounts/me'
import { currentActor } from '@/lib/accounts/sessions/session'
import { logError } from '@/lib/log'

/** Who is reading, for the parts of a shared page that are theirs alone. */
export async function GET(): Promise<Response> {
  const headers = { 'cache-control': 'private, no-store' }
  try {
    return Response.json(await meOf(await currentActor()), { headers })
  } catch (error) {
    logError(error, { path: '/api/me' })
    return Response.json({ signedIn: false }, { status: 503, headers })
  }
}
