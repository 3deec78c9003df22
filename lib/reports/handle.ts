import { type Tx, transaction } from '@/db/client'
import { clearWords, lockReport, type ReportRow, setOutcome } from '@/db/queries/reports'
import { actorNow } from '@/lib/accounts/actor-now'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { type ActName, audit } from '@/lib/audit'
import { type Outcome, RefusalError, refusable, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { can, demand } from '@/lib/policy/policy'
import { paths } from '@/lib/routes'
import { outcomeInWords } from './in-words'
import type { ReportOutcome } from './outcomes'

type Handled = Outcome<{ path: string }>

/**
 * Closes a report with what became of it, and a sentence for whoever holds the receipt. One closes it: whoever comes
 * second is told who did. Sent again by the same moderator, it is closed as it was.
 */
export function closeReport(
  by: AccountActor,
  wanted: { reportId: number; outcome: ReportOutcome; answer: string },
  origin: Origin,
): Promise<Handled> {
  const { reportId, outcome } = wanted
  const answer = wanted.answer || null
  return handle(by, { reportId, act: 'report.close' }, origin, async (tx, report, actor) => {
    if (report.closedAt) {
      const isAgain = report.closedById === actor.id && report.outcome === outcome && report.answer === answer
      if (isAgain) return null
      throw new RefusalError(refuse('already_decided', whoClosed(report)))
    }
    await setOutcome(tx, reportId, { byId: actor.id, outcome, answer })
    recordEvent(tx, { name: 'report.closed', actorId: actor.id, reportId })
    return { detail: { outcome }, ...(answer && { reason: answer }) }
  })
}

/** Opens a closed report again; what whoever closed it had answered is taken back. */
export function reopenReport(
  by: AccountActor,
  { reportId }: { reportId: number },
  origin: Origin,
): Promise<Handled> {
  return handle(by, { reportId, act: 'report.reopen' }, origin, async (tx, report, actor) => {
    if (!report.closedAt) throw new RefusalError(refuse('already_decided', messages().reports.reopen.already))
    await setOutcome(tx, reportId, null)
    recordEvent(tx, { name: 'report.reopened', actorId: actor.id, reportId })
    return { detail: { outcome: report.outcome } }
  })
}

/** Takes the words of a closed report away for good, where they tell what nobody should keep. */
export function clearReport(
  by: AccountActor,
  { reportId }: { reportId: number },
  origin: Origin,
): Promise<Handled> {
  const { reports } = messages()
  return handle(by, { reportId, act: 'report.clear' }, origin, async (tx, report) => {
    if (report.clearedAt) throw new RefusalError(refuse('already_decided', reports.clear.already))
    if (!report.closedAt) throw new RefusalError(refuse('not_allowed', reports.clear.firstClose))
    await clearWords(tx, reportId)
    return {}
  })
}

interface Recorded {
  detail?: Record<string, unknown>
  reason?: string
}

/** Locks the report, reads the actor anew, demands that they may handle it, and records what `work` says it did. */
function handle(
  by: AccountActor,
  { reportId, act }: { reportId: number; act: Extract<ActName, `report.${string}`> },
  { network }: Origin,
  work: (tx: Tx, report: ReportRow, actor: AccountActor) => Promise<Recorded | null>,
): Promise<Handled> {
  return refusable(() =>
    transaction(async (tx) => {
      demand(by, 'handleReports')
      const report = await lockReport(tx, reportId)
      const actor = await actorNow(tx, by.id)
      demand(actor, 'handleReports')
      if (!report || !can(actor, 'handleReports', report))
        throw new RefusalError(refuse('not_found', messages().reports.notFound))
      const recorded = await work(tx, report, actor)
      if (recorded) {
        const { entryId, aboutAccountId: accountId } = report
        const of = { ...(entryId !== null && { entryId }), ...(accountId !== null && { accountId }) }
        await audit(tx, { actor, act, ...of, ...recorded, detail: { report: reportId, ...recorded.detail } })
        await traceNetwork(tx, { accountId: actor.id, operation: act, network })
      }
      return { ok: true as const, path: paths.report(reportId) }
    }),
  )
}

function whoClosed({ closedByName, outcome }: ReportRow): string {
  return messages().reports.close.already(closedByName ?? '', outcomeInWords(outcome))
}
