import { paths } from '@/lib/routes'
import { leaveSession } from '@/lib/sessions/session'

/**
 * Signs out. Posted by a plain form, so it works on every page and without JavaScript; only from a page of this site.
 */
export async function POST(request: Request): Promise<Response> {
  const headers = { 'cache-control': 'private, no-store' }
  const origin = request.headers.get('origin')
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host')
  if (!origin || URL.parse(origin)?.host !== host) return new Response(null, { status: 403, headers })
  await leaveSession()
  return new Response(null, { status: 303, headers: { ...headers, location: paths.home() } })
}
