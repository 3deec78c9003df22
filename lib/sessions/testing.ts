import { encode } from 'next-auth/jwt'
import { sessionCookie } from './cookies'
import { openSession } from './open-session'

/** The cookie of a browser in which an account is signed in, as a request's header has it. */
export async function cookieOfBrowser(accountId: number): Promise<string> {
  const { name } = sessionCookie()
  const session = await openSession(accountId, 'a browser')
  const secret = process.env.AUTH_SECRET ?? ''
  const token = await encode({ token: { session } as never, secret, salt: name, maxAge: 600 })
  return `${name}=${token}`
}
