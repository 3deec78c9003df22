import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { endSession } from '@/db/accounts/sessions'
import { primary } from '@/db/postgres/client'
import type { AccountActor, Actor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { mustAddSecondStep } from '@/lib/policy/rank'
import { paths } from '@/lib/routes'
import { idOfSecret } from '@/lib/secret'
import { actorOfSession } from './actor-of-session'
import { HINT_COOKIE, hintCookie, sessionCookie } from './cookies'
import { signIn, signOut, UNUSED_COOKIE } from './next-auth'
import { openSession } from './open-session'
import { secretInToken } from './secret-in-token'
import { shareProgress } from './session-progress'

/** The secret in this request's session cookie; null when there is none, or it is not signed by us. */
const sessionSecret = cache(async (): Promise<string | null> => {
  const { name } = sessionCookie()
  const token = (await cookies()).get(name)?.value
  return token ? secretInToken(token, name) : null
})

/**
 * The actor of this request: for private pages, server actions and route handlers, never for shared pages. Read once a
 * request; decisions in a transaction ask `findActor` again inside it.
 */
export const currentActor = cache(async (): Promise<Actor> => actorOfSession(await sessionSecret()))

/**
 * The actor of this request where only moderators may ask; for everybody else there is nothing at the address.
 * Who must add a second step first is sent there. */
export const requireModerator = cache(async (): Promise<AccountActor> => {
  const actor = await currentActor()
  if (mustAddSecondStep(actor)) redirect(paths.secondStep({ needed: 1 }))
  if (actor.kind === 'visitor' || !can(actor, 'moderate')) notFound()
  return actor
})

/** The id of the current session; null for a visitor. */
export async function currentSessionId(): Promise<string | null> {
  const secret = await sessionSecret()
  return secret && idOfSecret(secret)
}

/** Opens a session for an account in this browser, replacing the one it had. Actions only. */
export async function startSession(accountId: number): Promise<void> {
  await endCurrent()
  const session = await openSession(accountId, (await headers()).get('user-agent'))
  await signIn('credentials', { session, redirect: false, redirectTo: paths.home() })
  const jar = await cookies()
  const hint = hintCookie()
  jar.set(hint.name, hint.value, hint.options)
  jar.delete(UNUSED_COOKIE)
  await shareProgress(accountId)
}

/** Ends this browser's session, in the database too. Actions and route handlers only. */
export async function leaveSession(): Promise<void> {
  await endCurrent()
  await signOut({ redirect: false, redirectTo: paths.home() })
  const jar = await cookies()
  for (const name of [HINT_COOKIE, UNUSED_COOKIE]) jar.delete(name)
}

async function endCurrent(): Promise<void> {
  const secret = await sessionSecret()
  if (secret) await endSession(primary(), idOfSecret(secret))
}
