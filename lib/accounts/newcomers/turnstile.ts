import { countNewAccounts } from '@/db/accounts/accounts'
import { primary } from '@/db/postgres/client'
import { env } from '@/lib/env'
import { type Outcome, type Refusal, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { newSecret, sealFor, unsealed } from '@/lib/secret'
import { readSettings, type Settings } from '@/lib/settings/settings'
import { idOfWork } from './work'

/** How long somebody waits whose browser does no work, in seconds; and how long having waited counts. */
const WAIT = 60
const WAITED_COUNTS = 3_600

const PURPOSE = 'waiting to sign up'

/** What somebody sends along who signs up. */
export interface Given {
  answer?: string | undefined
  work?: string | undefined
  ticket?: string | undefined
}

/** The owner's question to whoever signs up; null where none is set, or it has no answers. */
export const questionIn = ({
  sign_up_question: question,
  sign_up_answers: answers,
}: Settings): string | null => (question !== null && answersIn(answers).length > 0 ? question : null)

const answersIn = (answers: string | null) => (answers ?? '').split(',').map(plain).filter(Boolean)

/** What counts in an answer: letters and digits, in any case. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether so many accounts are made now that a new one takes some work. */
export async function isBusy(): Promise<boolean> {
  const most = env.signUpsAnHour
  return (await countNewAccounts(primary(), most + 1)) > most
}

/**
 * Whether somebody may sign up now. Where the wiki has a question, they must answer it, always. Without one, and only while
 * many sign up, their browser must have done some work, or they wait a minute: refused with a ticket that lets in then.
 * Gives what is used up by signing up (`isFirstUse`), if anything.
 */
export async function mayJoin({
  answer = '',
  work,
  ticket,
}: Given): Promise<Outcome<{ pass: string | null }>> {
  const settings = await readSettings(primary())
  const question = questionIn(settings)
  const { checkMarked, signUp } = codes().accounts
  if (question !== null) {
    const isRight = answersIn(settings.sign_up_answers).includes(plain(answer))
    return isRight
      ? { ok: true, pass: null }
      : refuse('invalid', checkMarked, { answer: signUp.answer(question) })
  }
  if (!(await isBusy())) return { ok: true, pass: null }
  const pass = (work && idOfWork(work)) || (ticket && idOfWait(ticket))
  return pass ? { ok: true, pass } : wait(ticket)
}

/** Whether work or a ticket is used for the first time: it is from then on. */
export const isFirstUse = async (pass: string): Promise<boolean> =>
  (await withinLimits([
    { limit: { name: 'sign-up.once', most: 1, seconds: 2 * WAITED_COUNTS }, of: pass },
  ])) === null

/** Asks to wait a minute, with a ticket for then; with the one that somebody has, while it is good. */
export function wait(ticket?: string): Refusal {
  const from = Date.now() + WAIT * 1_000
  const isGood = ticket !== undefined && idOfWait(ticket) === null && idOfWait(ticket, from) !== null
  const given = isGood ? ticket : sealFor(PURPOSE, { id: newSecret(), from }, WAITED_COUNTS)
  return { ...refuse('too_many', codes().accounts.signUp.busyNow), ticket: given }
}

/** The id of a ticket of somebody who has waited at `now`; null where it is none, or has waited too little. */
function idOfWait(ticket: string, now = Date.now()): string | null {
  const waiting = unsealed<{ id: string; from: number }>(PURPOSE, ticket)
  return waiting && waiting.from <= now ? waiting.id : null
}
