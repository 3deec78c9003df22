import { primary } from '@/db/postgres/client'
import { findReportByReceipt, insertReport } from '@/db/reports/reports'
import { classify } from '@/lib/gateway/http/classify'
import { operation } from '@/lib/operations/operation'
import { authorize } from '@/lib/policy/policy'
import { reportLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { paths } from '@/lib/routes'
import { closePrivateLife } from './about-me/close-private-life'
import { closing, urgencyOf } from './categories'
import { closeReported } from './checked/close'
import { receiptOf } from './receipt'
import { resolve } from './resolve'
import { reportSchema } from './schema'

/**
 * Files a report by anybody, also by a blocked account, and gives its receipt. Of personal information, a threat or a
 * child, and of one's own private life, it can close the words while moderators check them (`checked/close.ts`). The same report sent again gives the
 * same receipt and counts against no limit. Refused when too many come from one network.
 */
export const fileReport = operation({
  name: 'report.file',
  who: 'anyone',
  input: reportSchema,
  audits: { nothing: 'a report is its own record, and tells nobody else who sent it' },
  announces: ['report.opened', 'words.closed', 'person.asked'],
  run: async (
    { actor: by, clientInfo, commit },
    { key, asked, part = null, piece, from, category, words, wish, contact, factIds },
  ) => {
    authorize(by, 'report')
    const byId = by.kind === 'visitor' ? null : by.id
    const receipt = receiptOf(key, { asked, part, category, words, byId, ...(piece !== null && { piece }) })
    if (await findReportByReceipt(primary(), receipt)) return { receipt, event: null }
    const tooMany = await withinLimits(reportLimits(clientInfo.network))
    if (tooMany) return tooMany
    return commit(async (writing) => {
      const { tx, happened, wroteNothing } = writing
      const about = await resolve(tx, asked, part ?? undefined, piece)
      const row = { ...about, receipt, urgency: urgencyOf(category), category, words, byId, wish, contact }
      const reportId = await insertReport(tx, { ...row, address: publicAddress(from) })
      if (reportId === null) {
        wroteNothing()
        return { receipt, event: null }
      }
      happened({ name: 'report.opened', reportId })
      if (category === 'about_me') {
        const pageId = about.target === 'page' && closesLife(wish) ? about.entryId : null
        const event = pageId === null ? null : await closePrivateLife(writing, { reportId, pageId, factIds })
        // Owners are told once: of what was closed, or that somebody asks.
        if (event === null) happened({ name: 'person.asked', reportId })
        return { receipt, event }
      }
      if (!closing.includes(category)) return { receipt, event: null }
      const event = await closeReported(writing, { reportId, about, by, network: clientInfo.network })
      return { receipt, event }
    })
  },
})

/** Whether what a person wants is that their private life is taken out; it is also what saying nothing means. */
const closesLife = (wish: string | null) => wish === null || wish === 'private'

/** The page that the reporter came from, if everybody may read it: other addresses can hold secrets. */
export function publicAddress(from: string): string {
  const read = from.startsWith('/') ? classify(from) : null
  return read?.kind === 'shared' ? read.target : paths.home()
}
