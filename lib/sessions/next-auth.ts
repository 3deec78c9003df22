import NextAuth, { type NextAuthConfig, type User } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from '@/lib/env'
import { logError } from '@/lib/log'
import { paths } from '@/lib/routes'
import { actorOfSession } from './actor-of-session'
import { SESSION_DAYS, sessionCookie } from './cookies'

/** The library's cookie for where to continue; our forms carry that themselves. Deleted once it is set. */
export const UNUSED_COOKIE = 'loreleaf_next'

type SignedIn = User & { session: string }

/**
 * The sign-in library, configured on first use and never during the build. It is given the secret of a session that is
 * open already (`openSession`): it only signs the cookie. None of its routes is mounted, so there is no second way to
 * sign in.
 */
export const { signIn, signOut } = NextAuth(
  (): NextAuthConfig => ({
    secret: env.authSecret,
    trustHost: true,
    useSecureCookies: sessionCookie().options.secure,
    session: { strategy: 'jwt', maxAge: SESSION_DAYS * 86_400 },
    cookies: { sessionToken: sessionCookie(), callbackUrl: { name: UNUSED_COOKIE } },
    pages: { signIn: paths.signIn() },
    providers: [Credentials({ credentials: { session: {} }, authorize: openedBefore })],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, session: (user as SignedIn).session } : token),
    },
    logger: {
      error: (error) => logError(error, { library: 'next-auth' }),
      warn: () => {},
      debug: () => {},
    },
  }),
)

async function openedBefore({ session }: Partial<Record<'session', unknown>>): Promise<SignedIn | null> {
  if (typeof session !== 'string') return null
  const actor = await actorOfSession(session)
  return actor.kind === 'account' ? { id: String(actor.id), session } : null
}
