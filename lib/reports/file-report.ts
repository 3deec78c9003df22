import type { z } from 'zod'
import { primary, transaction } from '@/db/client'
import { findByReceipt, insertReport } from '@/db/queries/reports'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { type Outcome, refusable } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { classify } from '@/lib/front-door/classify'
import type { Origin } from '@/lib/origin'
import type { Actor } from '@/lib/policy/actor'
import { demand } from '@/lib/policy/policy'
import { reportLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { paths } from '@/lib/routes'
import { urgencyOf } from './categories'
import { receiptOf } from './receipt'
import { resolve } from './resolve'
import type { reportSchema } from './schema'

/**
 * Takes a report from anybody, also from a blocked account, and gives its receipt. The same report sent again gives the
 * same receipt and counts against nothing. Refused when too many come from one network.
 */
export async function fileReport(
  by: Actor,
  wanted: z.output<typeof reportSchema>,
  { network }: Origin,
): Promise<Outcome<{ receipt: string }>> {
  return refusable(async () => {
    demand(by, 'report')
    const { key, asked, part = null, from, category, words } = wanted
    const byId = by.kind === 'account' ? by.id : null
    const receipt = receiptOf(key, { asked, part, category, words, byId })
    if (await findByReceipt(primary(), receipt)) return { ok: true, receipt }
    const tooMany = await withinLimits(reportLimits(network))
    if (tooMany) return tooMany
    await transaction(async (tx) => {
      const about = await resolve(tx, asked, part ?? undefined)
      const row = { ...about, receipt, urgency: urgencyOf(category), category, words, byId }
      const reportId = await insertReport(tx, { ...row, address: publicAddress(from) })
      if (reportId === null) return
      recordEvent(tx, { name: 'report.opened', actorId: byId, reportId })
      await traceNetwork(tx, { accountId: byId, operation: 'report', network })
    })
    return { ok: true, receipt }
  })
}

/** The page that somebody came from, if it is one that everybody may read: other addresses can hold secrets. */
export function publicAddress(from: string): string {
  const read = from.startsWith('/') ? classify(from) : null
  return read?.kind === 'shared' ? read.target : paths.home()
}
