import { randomInt, randomUUID } from 'node:crypto'
import { encode } from 'next-auth/jwt'
import { insertAccount } from '@/db/accounts/accounts'
import { transaction } from '@/db/postgres/client'
import { env } from '@/lib/env'
import type { AccountActor } from '@/lib/policy/actor'
import { HINT_COOKIE, SESSION_DAYS, sessionCookie } from '@/lib/sessions/cookies'
import { openSession } from '@/lib/sessions/open-session'

/** An account, signed in. */
export interface Person {
  actor: AccountActor
  /** The headers of their browser: session and network. */
  headers: { cookie: string; 'x-forwarded-for': string }
}

/** Makes an account, of somebody who may publish at once, with an open session, on the database that the environment names. */
export async function newPerson(role: 'fan' | 'moderator' = 'moderator'): Promise<Person> {
  const name = `Bench ${randomUUID().slice(0, 8)}`
  const account = { name, nameKey: name.toLowerCase(), passwordHash: null, role }
  const id = await transaction((tx) => insertAccount(tx, account))
  if (id === null) throw new Error(`${name} is there already`)
  const actor: AccountActor = { kind: 'account', id, name, role: account.role, isBlocked: false }
  const { name: cookie } = sessionCookie()
  // What the sign-in library signs when somebody signs in.
  const token = await encode({
    token: { sub: String(id), session: await openSession(id, 'bench') },
    secret: env.authSecret,
    salt: cookie,
    maxAge: SESSION_DAYS * 86_400,
  })
  return {
    actor,
    headers: { cookie: `${cookie}=${token}; ${HINT_COOKIE}=1`, 'x-forwarded-for': freshNetwork() },
  }
}

const freshNetwork = () => `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`
