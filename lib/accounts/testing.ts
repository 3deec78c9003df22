import { findActor } from '@/db/accounts/actors'
import { primary, transaction } from '@/db/postgres/client'
import type { AccountActor, Role } from '@/lib/policy/actor'
import { actorOfSession } from '@/lib/sessions/actor-of-session'
import { openSession } from '@/lib/sessions/open-session'
import { createAccount } from './create-account'

/** For tests of accounts: people who can sign in, and their browsers. */

export const PASSWORD = 'a leaf between two pages'

/** The client that the tests ask from. */
export const here = { network: 'a network' }

let people = 0

/** A new account whose password is `PASSWORD`. */
export async function newcomer(role: Role = 'fan', name = `Reader ${++people}x`): Promise<AccountActor> {
  const made = await transaction((tx) => createAccount(tx, { name, password: PASSWORD, role }))
  const actor = made.ok ? await findActor(primary(), made.id) : null
  if (!actor) throw new Error(`${name} was not made`)
  return actor
}

/** A browser that an account is signed in with: its secret, and whether the session is still open. */
export async function signedInBrowser(accountId: number, userAgent = 'a browser') {
  const secret = await openSession(accountId, userAgent)
  return { secret, isSignedIn: async () => (await actorOfSession(secret)).kind === 'account' }
}
