import { nextPath } from '@/lib/accounts/next-path'
import { logError } from '@/lib/log'
import { codes } from '@/lib/messages/codes'
import { type Message, sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { reportLateLock } from '@/lib/reports/report-late-lock'
import { lateLockSchema } from '@/lib/reports/schema'
import { paths } from '@/lib/routes'
import { hashNetwork } from '@/lib/sessions/network'
import { currentActor } from '@/lib/sessions/session'
import { isFromHere, statuses } from './http'

/** The longest form, in characters. */
const LONGEST_FORM = 400

/**
 * Answers the plain form behind "Locked too late": `fact` is a fact's number, `page` a page's number and, after a dot,
 * the passage. It goes on to the receipt, or to the page that says that it is reported already. A script, which asks
 * for plain text, is answered with the sentence that it shows in the button's place.
 */
export async function answerLateLock(request: Request): Promise<Response> {
  try {
    return await answer(request)
  } catch (error) {
    logError(error, { operation: 'report.late-lock' })
    return said(500, codes().accounts.failed)
  }
}

async function answer(request: Request): Promise<Response> {
  const { errors, accounts } = codes()
  if (!isFromHere(request)) return said(403, accounts.refused.notFromHere)
  const text = await request.text()
  if (text.length > LONGEST_FORM) return said(413, errors.content.unreadable)
  const from = cameFrom(request)
  const parsed = lateLockSchema.safeParse({ ...askedOf(new URLSearchParams(text)), from })
  if (!parsed.success) return said(400, errors.content.unreadable)
  const network = hashNetwork(request.headers.get('x-loreleaf-network'))
  const outcome = await reportLateLock(await currentActor(), parsed.data, { network })
  if (!outcome.ok) return said(statuses[outcome.reason], outcome.message)
  const { receipt } = outcome
  const { thanks, already } = messages().reports.lateLock
  if (request.headers.get('accept') === 'text/plain')
    return plain(200, receipt === null ? already.title : thanks(receipt))
  const location = receipt === null ? paths.reportStatus({ again: from }) : paths.receipt(receipt)
  return new Response(null, { status: 303, headers: { 'cache-control': 'private, no-store', location } })
}

function askedOf(form: URLSearchParams) {
  const [page = '', passage = null] = form.get('page')?.split('.') ?? []
  const fact = form.get('fact')
  return fact === null ? { kind: 'page', id: page, passage } : { kind: 'fact', id: fact }
}

function cameFrom(request: Request): string {
  const here = URL.parse(request.headers.get('referer') ?? '')
  return nextPath(here ? here.pathname + here.search : paths.home())
}

const said = (status: number, message: Message) => plain(status, sentenceOf(message))

const plain = (status: number, sentence: string) =>
  new Response(sentence, {
    status,
    headers: { 'cache-control': 'private, no-store', 'content-type': 'text/plain; charset=utf-8' },
  })
