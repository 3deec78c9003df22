import { findActor } from '@/db/accounts/actors'
import { findCredentialsOf } from '@/db/accounts/credentials'
import { countPasskeys } from '@/db/accounts/passkeys'
import { findSecondStep, takeSpareCode, takeStep } from '@/db/accounts/second-steps'
import { primary } from '@/db/postgres/client'
import { type Outcome, type Refusal, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { isAtLeast } from '@/lib/policy/rank'
import type { ClientInfo } from '@/lib/rate-limit/client-info'
import { secondStepLimits } from '@/lib/rate-limit/limits'
import { resetLimits, withinLimits } from '@/lib/rate-limit/within-limits'
import { idOfSecret, sealFor, unsealed } from '@/lib/secret'
import { readSettings } from '@/lib/settings/settings'
import { hashOfSpareCode } from './spare-codes'
import { stepOfCode, unsealTotp } from './totp'

/** What says that the first step is done; it is good for ten minutes, and as long as the password stays. */
interface Ticket {
  accountId: number
  password: string
}

const PURPOSE = 'first step'
const SECONDS = 600

/** The account that somebody may be signed in to. */
interface Admitted {
  accountId: number
}

/**
 * Lets in whoever has shown that an account is theirs by one thing: its password, a link, another site. Where the
 * account has a second step they are refused with `second_step` at `code`, and a ticket to send along with the code;
 * where the wiki asks for two things and the account has a passkey for that, they are sent to it. Every way in but a
 * passkey, which is two things at once, ends here.
 */
export async function admit(accountId: number): Promise<Outcome<Admitted>> {
  const step = await findSecondStep(primary(), accountId)
  if (step?.isConfirmed) return askForCode(await ticketFor(accountId))
  return (await passkeyInstead(accountId)) ?? { ok: true, accountId }
}

/**
 * Null where an account needs no second step, or this is a code of it, which is used up: for who proves in one form all
 * that there is to prove. Otherwise the refusal, at `field`.
 */
export async function withoutTicket(
  accountId: number,
  { code, field }: { code: string; field: string },
  { network }: ClientInfo,
): Promise<Refusal | null> {
  const step = await findSecondStep(primary(), accountId)
  if (!step?.isConfirmed) return passkeyInstead(accountId)
  const { ask, needed, wrong } = codes().accounts.secondStep
  if (code === '') return refuse('second_step', ask, { [field]: needed })
  const limits = secondStepLimits(accountId, network)
  const tooMany = await withinLimits(limits)
  if (tooMany) return tooMany
  if (!(await isGoodCode(accountId, code))) return refuse('second_step', ask, { [field]: wrong })
  await resetLimits(limits)
  return null
}

/** The refusal of who must use their passkey: a moderator, where the wiki asks for two things, without codes. */
async function passkeyInstead(accountId: number): Promise<Refusal | null> {
  const [actor, settings] = await Promise.all([findActor(primary(), accountId), readSettings(primary())])
  const isAsked = settings.moderators_second_step && actor !== null && isAtLeast(actor, 'moderator')
  if (!isAsked || (await countPasskeys(primary(), accountId)) === 0) return null
  return refuse('not_allowed', codes().accounts.passkey.only)
}

/**
 * Lets in whoever sends the ticket of a first step with a code from their app, or a spare one. Either works once; both
 * are limited. Refused at `code`, still with the ticket, and without one when it is too old.
 */
export async function admitByCode(
  ticket: string,
  code: string,
  { network }: ClientInfo,
): Promise<Outcome<Admitted>> {
  const first = unsealed<Ticket>(PURPOSE, ticket)
  if (!first || first.password !== (await markOfPassword(first.accountId)))
    return refuse('wrong_credentials', codes().accounts.secondStep.tooLate)
  const { accountId } = first
  const limits = secondStepLimits(accountId, network)
  const tooMany = await withinLimits(limits)
  if (tooMany) return { ...tooMany, ticket }
  if (!(await isGoodCode(accountId, code))) return askForCode(ticket, codes().accounts.secondStep.wrong)
  await resetLimits(limits)
  return { ok: true, accountId }
}

function askForCode(ticket: string, problem = codes().accounts.secondStep.needed): Refusal {
  return { ...refuse('second_step', codes().accounts.secondStep.ask, { code: problem }), ticket }
}

/** Whether it is a code of the account that was not used yet; it is used up. */
async function isGoodCode(accountId: number, code: string): Promise<boolean> {
  const step = await findSecondStep(primary(), accountId)
  if (!step?.isConfirmed) return false
  const secret = unsealTotp(step.sealedSecret)
  const at = secret && stepOfCode(secret, code)
  if (at) return takeStep(primary(), accountId, at)
  const spare = hashOfSpareCode(accountId, code)
  return spare !== null && takeSpareCode(primary(), accountId, spare)
}

/** A ticket that says that the first step is done. */
const ticketFor = async (accountId: number): Promise<string> =>
  sealFor(PURPOSE, { accountId, password: await markOfPassword(accountId) } satisfies Ticket, SECONDS)

const markOfPassword = async (accountId: number): Promise<string> =>
  idOfSecret((await findCredentialsOf(primary(), accountId))?.passwordHash ?? '')
