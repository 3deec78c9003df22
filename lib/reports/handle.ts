import { findSameReports } from '@/db/reports/checked-words'
import { clearWords, lockReport, type ReportRow, setOutcome } from '@/db/reports/reports'
import type { ActName } from '@/lib/audit'
import { RefusalError, refuse } from '@/lib/errors'
import type { EventName } from '@/lib/events/catalogue'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { type Context, operation } from '@/lib/operations/operation'
import type { Recorded, Writing } from '@/lib/operations/writing'
import type { AccountActor } from '@/lib/policy/actor'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize, can } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { type Category, closing } from './categories'
import { outcomeInWords } from './in-words'
import { closeSchema, oneReportSchema } from './schema'

type ReportAct = Extract<ActName, `report.${string}`>

/**
 * Closes a report with its outcome, and a sentence for the holder of the receipt; with it those alike. Only one moderator closes it: a
 * second one is told who did. Repeated by the same moderator, it stays closed as it was.
 */
export const closeReport = operation({
  name: 'report.close',
  who: 'account',
  input: closeSchema,
  audits: ['report.close'],
  announces: ['report.closed'],
  run: (context, { reportId, outcome, answer: typed }) => {
    const answer = typed || null
    return handle('report.close', context, reportId, async ({ tx, happened }, report, actor) => {
      if (report.closedAt) {
        const isAgain =
          report.closedById === actor.id && report.outcome === outcome && report.answer === answer
        if (isAgain) return null
        throw new RefusalError(refuse('already_decided', whoClosed(report)))
      }
      // Those about the same, by which words are closed, are one in the list, and are answered as one.
      const alike = closing.includes(report.category as Category)
        ? await findSameReports(tx, report, closing)
        : [reportId]
      for (const id of alike) {
        await setOutcome(tx, id, { byId: actor.id, outcome, answer })
        happened({ name: 'report.closed', reportId: id })
      }
      return { detail: { outcome }, ...(answer && { reason: answer }) }
    })
  },
})

/** Reopens a closed report; the answer is removed. */
export const reopenReport = operation({
  name: 'report.reopen',
  who: 'account',
  input: oneReportSchema,
  audits: ['report.reopen'],
  announces: ['report.reopened'],
  run: (context, { reportId }) =>
    handle('report.reopen', context, reportId, async ({ tx, happened }, report) => {
      if (!report.closedAt) throw new RefusalError(refuse('already_decided', codes().reports.reopen.already))
      await setOutcome(tx, reportId, null)
      happened({ name: 'report.reopened', reportId })
      return { detail: { outcome: report.outcome } }
    }),
})

/** Erases the text of a closed report, where it says what nobody should store. */
export const clearReport = operation({
  name: 'report.clear',
  who: 'account',
  input: oneReportSchema,
  audits: ['report.clear'],
  run: (context, { reportId }) =>
    handle('report.clear', context, reportId, async ({ tx }, report) => {
      if (report.clearedAt) throw new RefusalError(refuse('already_decided', codes().reports.clear.already))
      if (!report.closedAt) throw new RefusalError(refuse('not_allowed', codes().reports.clear.firstClose))
      await clearWords(tx, reportId)
      return {}
    }),
})

/** Locks the report, reads the actor again, checks that they may handle it, and records what `work` returns. */
function handle<A extends ReportAct, E extends EventName>(
  act: A,
  { actor: by, commit }: Context<AccountActor, A, E>,
  reportId: number,
  work: (writing: Writing<A, E>, report: ReportRow, actor: AccountActor) => Promise<Recorded | null>,
): Promise<{ path: string }> {
  return commit(async (writing) => {
    const { tx, audited, wroteNothing } = writing
    authorize(by, 'handleReports')
    const report = await lockReport(tx, reportId)
    const actor = await actorNow(tx, by.id)
    authorize(actor, 'handleReports')
    if (!report || !can(actor, 'handleReports', report))
      throw new RefusalError(refuse('not_found', codes().reports.notFound))
    const recorded = await work(writing, report, actor)
    if (recorded) {
      const { entryId, aboutAccountId: accountId } = report
      const of = { ...(entryId !== null && { entryId }), ...(accountId !== null && { accountId }) }
      audited(act, { ...of, ...recorded, detail: { report: reportId, ...recorded.detail } })
    } else wroteNothing()
    return { path: paths.report(reportId) }
  })
}

function whoClosed({ closedByName, outcome }: ReportRow): Message {
  return codes().reports.close.already(closedByName ?? '', outcomeInWords(outcome))
}
