import { z } from 'zod'
import { type Outcome, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { visitor } from '@/lib/policy/actor'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { typed } from '@/lib/text/plain'
import { checkSignIn } from './sign-in'
import { signUp } from './sign-up'

/**
 * The name and password that a form carries when it is sent before signing in: bounded here, checked by the operations.
 */
export const accountFieldsSchema = z.object({
  accountWay: z.enum(['new', 'old']),
  accountName: typed(2_000),
  accountPassword: typed(10_000),
  accountAnswer: typed(2_000).optional(),
})

type AccountFields = z.output<typeof accountFieldsSchema>

/** The account that sends the form; for a new one, with the recovery code to show (`signUp`). */
interface Whose {
  accountId: number
  recoveryCode?: string | null
}

/**
 * The account in whose name a form is sent: a new one, or the existing one with this password. Sending a form twice
 * creates one account: a taken name with its own password signs in. Refused with sentences at `accountName` and
 * `accountPassword`, also where the account has a second step: then it is signed in to on the page for that.
 */
export async function accountFor(
  { accountWay, accountName: name, accountPassword: password, accountAnswer: answer }: AccountFields,
  clientInfo: ClientInfo,
): Promise<Outcome<Whose>> {
  const given = { name, password }
  if (accountWay === 'old') return atFields(await checkSignIn(visitor, given, clientInfo))
  const made = await signUp(visitor, { ...given, email: '', answer }, clientInfo)
  if (made.ok) return made
  if (made.reason !== 'name_taken') return atFields(made)
  const theirs = await checkSignIn(visitor, given, clientInfo)
  return theirs.ok || theirs.reason === 'second_step' ? atFields(theirs) : atFields(made)
}

/** Problems that are not about the name are shown at the password: wrong, or tried too often. */
function atFields<T extends object>(answer: Outcome<T>): Outcome<T> {
  if (answer.ok) return answer
  if (answer.reason === 'second_step')
    return refuse('second_step', codes().accounts.checkMarked, {
      accountPassword: codes().accounts.secondStep.inline,
    })
  // A ticket to wait with cannot be brought along: the page for it can.
  const message = answer.ticket === undefined ? answer.message : codes().accounts.signUp.busyElsewhere
  const { name, password, answer: ofQuestion } = answer.fields ?? { password: message }
  return refuse(answer.reason, codes().accounts.checkMarked, {
    ...(name && { accountName: name }),
    ...(password && { accountPassword: password }),
    ...(ofQuestion && { accountAnswer: ofQuestion }),
  })
}
