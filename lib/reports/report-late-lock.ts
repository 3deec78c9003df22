import { randomUUID } from 'node:crypto'
import { takeTurn } from '@/db/postgres/locks'
import { findReportedEntry, hasOpenReport, insertReport } from '@/db/reports/reports'
import { refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { authorize, readScopeOf } from '@/lib/policy/policy'
import { reportLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { urgencyOf } from './categories'
import { publicAddress } from './file-report'
import { receiptOf } from './receipt'
import { resolve } from './resolve'
import { lateLockSchema } from './schema'

const category = 'locked_too_late'

/**
 * Reports with one press, by anybody, that a fact or a passage of a page is locked too late. Gives the receipt; null
 * where the same is reported and open already. Counts as a report of the network's. Refused for what is not shown.
 */
export const reportLateLock = operation({
  name: 'report.late-lock',
  who: 'anyone',
  input: lateLockSchema,
  audits: { nothing: 'a report is its own record, and tells nobody else who sent it' },
  announces: ['report.opened'],
  run: async ({ actor: by, clientInfo, commit }, { asked, passage, from }) => {
    authorize(by, 'report')
    const tooMany = await withinLimits(reportLimits(clientInfo.network))
    if (tooMany) return tooMany
    return commit(async ({ tx, happened, wroteNothing }) => {
      const about = await resolve(tx, asked)
      const { entryId } = about
      const shown = entryId !== null && (await findReportedEntry(tx, readScopeOf(by), entryId))
      if (!shown) return refuse('not_found', codes().reports.lateLock.missing)
      // Two presses at the same time are one report.
      await takeTurn(tx, `late lock ${entryId}`)
      if (await hasOpenReport(tx, { entryId, category, fragment: passage })) {
        wroteNothing()
        return { receipt: null }
      }
      const byId = by.kind === 'visitor' ? null : by.id
      const receipt = receiptOf(randomUUID(), { asked, category, byId })
      const address = passage ? `${publicAddress(from)}#${passage}` : publicAddress(from)
      const row = { ...about, receipt, urgency: urgencyOf(category), category, words: '', byId, address }
      const reportId = await insertReport(tx, row)
      if (reportId === null) throw new Error('a new receipt is there already')
      happened({ name: 'report.opened', reportId })
      return { receipt }
    })
  },
})
