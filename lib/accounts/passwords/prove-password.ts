import { type Credentials, findCredentialsOf, lockCredentials } from '@/db/accounts/credentials'
import { primary, type Tx } from '@/db/postgres/client'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { type Outcome, type Refusal, RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { signInLimits } from '@/lib/rate-limit/limits'
import { resetLimits, withinLimits } from '@/lib/rate-limit/within-limits'
import { isPassword } from './password'

/** A proof that somebody knew an account's password, and which: it may have changed before the proof is used. */
export interface Proof {
  accountId: number
  passwordHash: string
}

/**
 * Checks the signed-in account's password again. Counts against the same limits as signing in with the name; refused at
 * `currentPassword` when it is wrong. This is the slow part, to be done before a transaction begins.
 */
export async function provePassword(
  accountId: number,
  password: string,
  network: string | null,
): Promise<Outcome<Proof>> {
  const known = await findCredentialsOf(primary(), accountId)
  const limits = signInLimits(nameKeyOf(known?.name ?? ''), network)
  const tooMany = await withinLimits(limits.all)
  if (tooMany) return tooMany
  const passwordHash = known?.passwordHash ?? null
  if (!(await isPassword(password, passwordHash)) || passwordHash === null) return wrongPassword()
  await resetLimits(limits.ofName)
  return { ok: true, accountId, passwordHash }
}

/** Locks the account of the proof; throws a refusal when its password has been changed since. */
export async function lockProven(tx: Tx, { accountId, passwordHash }: Proof): Promise<Credentials> {
  const account = await lockCredentials(tx, accountId)
  if (account?.passwordHash !== passwordHash) throw new RefusalError(wrongPassword())
  return account
}

function wrongPassword(): Refusal {
  const sentence = codes().ownAccount.currentPassword.wrong
  return refuse('wrong_credentials', codes().accounts.checkMarked, { currentPassword: sentence })
}
