import { findActor } from '@/db/accounts/actors'
import { primary } from '@/db/postgres/client'
import { keepRecoveryCode } from '@/lib/accounts/passwords/session-recovery-code'
import { type Outcome, refuse } from '@/lib/errors'
import { issueFor } from '@/lib/errors/issues'
import { codes } from '@/lib/messages/codes'
import type { Entered } from '@/lib/operations/form'
import { messagesAt } from '@/lib/operations/read-form'
import type { AccountActor } from '@/lib/policy/actor'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { startSession } from '@/lib/sessions/session'
import { markOf } from '@/lib/sessions/written-as'
import { accountFieldsSchema, accountFor } from './account-for'

/**
 * Signs this browser in with the name and password that a form carries, and gives the account. Refused with
 * `not_signed_in` when it carries none, at their fields when they are not valid. Actions only.
 */
export async function enterByForm(
  form: FormData,
  clientInfo: ClientInfo,
): Promise<Outcome<{ actor: AccountActor; entered: Entered }>> {
  const { accounts } = codes()
  const typed = accountFieldsSchema.safeParse(Object.fromEntries(form), { error: issueFor })
  const nobody = refuse('not_signed_in', accounts.refused.notSignedIn)
  // A name or password that is not valid is not a missing one: the message is at its field.
  if (!typed.success)
    return typed.error.issues.some(({ path }) => path[0] === 'accountWay')
      ? nobody
      : refuse('invalid', accounts.checkMarked, messagesAt(typed.error.issues))
  const whose = await accountFor(typed.data, clientInfo)
  if (!whose.ok) return whose
  const { accountId, recoveryCode } = whose
  await startSession(accountId)
  if (recoveryCode) await keepRecoveryCode(accountId, recoveryCode)
  const actor = await findActor(primary(), accountId)
  if (!actor) return nobody
  return { ok: true, actor, entered: { mark: markOf(actor), name: actor.name, isNew: Boolean(recoveryCode) } }
}
