import { insertAccount } from '@/db/accounts/accounts'
import type { Tx } from '@/db/postgres/client'
import { isHeldFrom, turnsForNames } from '@/lib/accounts/names/hold-name'
import { parseName } from '@/lib/accounts/names/name'
import { hashPassword, weaknessOf } from '@/lib/accounts/passwords/password'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { type Outcome, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { codes } from '@/lib/messages/codes'
import type { Role } from '@/lib/policy/actor'

export interface PreparedAccount {
  name: string
  nameKey: string
  /** Null for an account that is signed in to in other ways. */
  passwordHash: string | null
}

/** Checks a name and a password and hashes the password: the slow part, to be done before a transaction begins. */
export async function prepareAccount(typed: {
  name: string
  password: string
}): Promise<Outcome<PreparedAccount>> {
  const named = parseName(typed.name)
  const weakness = await weaknessOf(typed.password, typed.name.slice(0, 100))
  if (!named.ok || weakness !== null) {
    const fields = { ...(named.ok ? {} : named.fields), ...(weakness === null ? {} : { password: weakness }) }
    return refuse('invalid', codes().accounts.checkMarked, fields)
  }
  const { name, nameKey } = named
  return { ok: true, name, nameKey, passwordHash: await hashPassword(typed.password) }
}

/**
 * Writes a prepared account, with the hash of its recovery code if it has one, and gives its id; refused when the name,
 * or one that looks like it, is taken.
 */
export async function insertPrepared(
  tx: Tx,
  { name, nameKey, passwordHash }: PreparedAccount,
  { role = 'fan', recoveryHash = null }: { role?: Role | undefined; recoveryHash?: string | null } = {},
): Promise<Outcome<{ id: number }>> {
  const { accounts } = codes()
  await turnsForNames(tx, nameKey)
  const id = (await isHeldFrom(tx, nameKey, null))
    ? null
    : await insertAccount(tx, { name, nameKey, passwordHash, role, recoveryHash })
  if (id === null) return refuse('name_taken', accounts.checkMarked, { name: accounts.name.taken })
  recordEvent(tx, { name: 'account.created', actorId: id, accountId: id })
  // Somebody may have requested this account's page before it existed.
  await announce(tx, [tags.account(id)])
  return { ok: true, id }
}

/**
 * Creates an account that signs in with name and password, a fan by default, and gives its id. Refused, with the
 * sentences at `name` and `password`, when the name is not allowed or is taken, or the password is weak.
 */
export async function createAccount(
  tx: Tx,
  { name, password, role }: { name: string; password: string; role?: Role },
): Promise<Outcome<{ id: number }>> {
  const prepared = await prepareAccount({ name, password })
  return prepared.ok ? insertPrepared(tx, prepared, { role }) : prepared
}
