import { type Credentials, findCredentialsOf, lockCredentials } from '@/db/accounts/credentials'
import { primary, type Tx } from '@/db/postgres/client'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { type Outcome, type Refusal, RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { AccountActor } from '@/lib/policy/actor'
import { signInLimits } from '@/lib/rate-limit/limits'
import { resetLimits, withinLimits } from '@/lib/rate-limit/within-limits'
import { isPassword } from './password'

/** A proof that an account is somebody's, and the password that it had then: it may have changed before it is used. */
export interface Proof {
  accountId: number
  passwordHash: string | null
}

/** For how long having signed in proves who one is, in an account without a password, in milliseconds. */
const RECENT = 15 * 60_000

/** Whether signing in was so recent that it proves who one is. */
export const isRecent = ({ signedInAt }: Pick<AccountActor, 'signedInAt'>): boolean =>
  signedInAt !== undefined && Date.now() - signedInAt.getTime() < RECENT

/**
 * Checks again that the signed-in account is theirs: by its password, or, where it has none, by having signed in within
 * a quarter of an hour. A password counts against the same limits as signing in with the name; refused at
 * `currentPassword`. This is the slow part, to be done before a transaction begins.
 */
export async function proveIdentity(
  actor: AccountActor,
  password: string,
  network: string | null,
): Promise<Outcome<Proof>> {
  const known = await findCredentialsOf(primary(), actor.id)
  const accountId = actor.id
  if (known?.passwordHash === null)
    return isRecent(actor) ? { ok: true, accountId, passwordHash: null } : notProven('again')
  const limits = signInLimits(nameKeyOf(known?.name ?? ''), network)
  const tooMany = await withinLimits(limits.all)
  if (tooMany) return tooMany
  const passwordHash = known?.passwordHash ?? null
  if (!(await isPassword(password, passwordHash)) || passwordHash === null) return notProven('wrong')
  await resetLimits(limits.ofName)
  return { ok: true, accountId, passwordHash }
}

/** Locks the account of the proof; throws a refusal when its password has been changed since. */
export async function lockProven(tx: Tx, { accountId, passwordHash }: Proof): Promise<Credentials> {
  const account = await lockCredentials(tx, accountId)
  if (account?.passwordHash !== passwordHash) throw new RefusalError(notProven('wrong'))
  return account
}

function notProven(why: 'wrong' | 'again'): Refusal {
  const sentence = codes().ownAccount.currentPassword[why]
  return refuse('wrong_credentials', codes().accounts.checkMarked, { currentPassword: sentence })
}
