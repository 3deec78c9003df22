import {
  type Checked,
  endChecked,
  findSameReports,
  lockChecked,
  lockCheckedBy,
} from '@/db/reports/checked-words'
import { lockReport, setOutcome } from '@/db/reports/reports'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize } from '@/lib/policy/policy'
import { closePrivateLifeForGood } from '@/lib/reports/about-me/close-for-good'
import { closing } from '@/lib/reports/categories'
import { decideWordsSchema } from '@/lib/reports/schema'
import { paths } from '@/lib/routes'
import { closeForGood } from './close-for-good'
import { setClosed } from './set-closed'

const acts = { upheld: 'words.uphold', withheld: 'words.withhold', changed: 'words.change' } as const

/**
 * Decides about words that reports closed: they stay, and no report closes them again; they are hidden or deleted for
 * good, where a person asked for that with all of their private life; or they were changed, and what stands there now is open. Closes every open report of the same with the answer.
 * Refused where somebody has decided, or the day has passed.
 */
export const decideWords = operation({
  name: 'words.decide',
  who: 'account',
  input: decideWordsSchema,
  audits: ['words.uphold', 'words.withhold', 'words.change', 'comment.hide', 'entry.hide', 'entry.delete'],
  announces: [
    ...(['words.upheld', 'words.withheld', 'words.changed', 'report.closed'] as const),
    ...(['talk.hidden', 'entry.hidden', 'entry.deleted'] as const),
  ],
  run: ({ actor: by, commit }, { checkedId, decision, answer: typed }) =>
    commit(async (writing) => {
      const { tx, audited, happened, changed } = writing
      const answer = typed || null
      authorize(by, 'handleReports')
      const checked = await lockChecked(tx, checkedId)
      if (!checked) throw new RefusalError(refuse('not_found', codes().reports.notFound))
      if (checked.endedAt) throw new RefusalError(refuse('already_decided', codes().reports.checked.already))
      const report = await lockReport(tx, checked.reportId)
      const actor = await actorNow(tx, by.id)
      authorize(actor, 'handleReports')
      if (!report) throw new Error('closed words have no report')
      const all = await lockCheckedBy(tx, report.id)
      for (const { id } of all) await endChecked(tx, id, decision, actor.id)
      audited(acts[decision], { detail: { report: report.id, checked: checkedId } })
      happened({ name: `words.${decision}`, reportId: report.id })
      const outcome = decision === 'upheld' ? 'nothing' : 'acted'
      const isAboutMe = report.category === 'about_me'
      for (const reportId of isAboutMe ? [report.id] : await findSameReports(tx, report, closing)) {
        await setOutcome(tx, reportId, { byId: actor.id, outcome, answer })
        happened({ name: 'report.closed', reportId })
      }
      const tags: string[] = []
      if (decision === 'withheld' && isAboutMe && report.entryId !== null)
        tags.push(...(await closePrivateLifeForGood(tx, report.entryId)))
      else
        for (const one of all)
          tags.push(
            ...(decision === 'withheld' || isPieceChanged(one, decision)
              ? await closeForGood(writing, one, { byId: actor.id, isReplaced: decision === 'changed' })
              : await setClosed(tx, one, null, actor.id)),
          )
      const event = await changed(tags, { isWithholding: decision === 'withheld' })
      return { event, path: paths.report(report.id) }
    }),
})

/** Where other words stand in place of a piece, what stood there before does not come back, in older versions neither. */
const isPieceChanged = ({ target }: Checked, decision: string) => target === 'piece' && decision === 'changed'
