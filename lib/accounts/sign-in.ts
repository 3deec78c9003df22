import { primary } from '@/db/client'
import { findCredentials } from '@/db/queries/accounts'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { isPassword } from '@/lib/accounts/passwords/password'
import { type Outcome, refuse } from '@/lib/errors'
import { messages } from '@/lib/messages/messages'
import { signInLimits } from '@/lib/rate-limit/limits'
import { startAnew, withinLimits } from '@/lib/rate-limit/within-limits'

/**
 * Whose name and password these are. A wrong password and a name that nobody bears get the same answer after the same
 * work, and count against the same limits, so that none of it tells whether there is such an account.
 */
export async function checkSignIn(
  typed: { name: string; password: string },
  network: string | null,
): Promise<Outcome<{ accountId: number }>> {
  const nameKey = nameKeyOf(typed.name)
  const limits = signInLimits(nameKey, network)
  const tooMany = await withinLimits(limits.all)
  if (tooMany) return tooMany
  const found = await findCredentials(primary(), nameKey)
  const isTheirs = await isPassword(typed.password, found?.passwordHash ?? null)
  if (!found || !isTheirs) return refuse('wrong_credentials', messages().accounts.signIn.wrong)
  await startAnew(limits.ofName)
  return { ok: true, accountId: found.id }
}
