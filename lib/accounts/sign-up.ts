import { nameKeyOf } from '@/lib/accounts/names/name'
import { isFirstUse, mayJoin, wait } from '@/lib/accounts/newcomers/turnstile'
import { makeRecoveryCode } from '@/lib/accounts/passwords/recovery-code'
import { type Outcome, type Refusal, RefusalError, refuse } from '@/lib/errors'
import { parseAddress } from '@/lib/mail/address'
import { queueMail } from '@/lib/mail/queue-mail'
import { canSendMail } from '@/lib/mail/send-mail'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { signUpLimits } from '@/lib/rate-limit/limits'
import { insertPrepared, prepareAccount } from './create-account'
import { signUpSchema } from './schema'

/** `recoveryCode` is null where an address was given instead. */
export type SignedUp = { accountId: number; recoveryCode: string | null }

/**
 * Creates an account for a visitor. Gives its id, and its recovery code: the caller must show the code
 * (`keepRecoveryCode`, and a redirect to `/account/recovery-code`), since only its hash is stored. Who gives an
 * address, where mail is sent, gets a link there instead. Refused with sentences at the fields, when asked too often, and
 * where `mayJoin` refuses.
 */
export const signUp = operation({
  name: 'account.sign-up',
  who: 'entrance',
  input: signUpSchema,
  audits: { nothing: 'an account is its own record' },
  limits: ({ name }, { network }) => signUpLimits(nameKeyOf(name), network),
  run: async ({ commit }, typed): Promise<SignedUp | Refusal> => {
    const prepared = await prepareAccount(typed)
    const address = addressIn(typed.email)
    if (!prepared.ok || !address.ok) return merged(prepared, address)
    const joining = await mayJoin(typed)
    if (!joining.ok) return joining
    const { email } = address
    const code = email === null ? makeRecoveryCode() : null
    return commit(async ({ tx, madeBy }) => {
      const made = await insertPrepared(tx, prepared, { recoveryHash: code?.hash ?? null })
      if (!made.ok) throw new RefusalError(made)
      // Only now: a name that is taken costs nobody their work.
      if (joining.pass !== null && !(await isFirstUse(joining.pass))) throw new RefusalError(wait())
      const accountId = made.id
      madeBy(accountId)
      if (email !== null) await queueMail(tx, 'confirm_email', { accountId, address: email })
      return { accountId, recoveryCode: code?.code ?? null }
    })
  },
})

/** The address that was typed, if any; none is asked for or stored where no mail is sent. */
function addressIn(typed: string): Outcome<{ email: string | null }> {
  if (typed.trim() === '' || !canSendMail()) return { ok: true, email: null }
  const email = parseAddress(typed)
  if (email !== null) return { ok: true, email }
  return refuse('invalid', codes().accounts.checkMarked, { email: codes().ownAccount.email.invalid })
}

/** One refusal with the sentences of several. */
function merged(...outcomes: Outcome[]): Refusal {
  const fields = outcomes.map((outcome) => (outcome.ok ? {} : outcome.fields))
  return refuse('invalid', codes().accounts.checkMarked, Object.assign({}, ...fields))
}
