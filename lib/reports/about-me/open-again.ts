import {
  findPrivateFactsAbout,
  isPrivateLifeClosed,
  openFactsAgain,
  openPrivateLifeOf,
} from '@/db/reports/about-me'
import { lockReport } from '@/db/reports/reports'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { followPresence } from '@/lib/moderation/follow-presence'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize, writersScope } from '@/lib/policy/policy'
import { oneReportSchema } from '@/lib/reports/schema'
import { paths } from '@/lib/routes'
import { MOST_PRIVATE } from './close-private-life'

/**
 * Undoes that a person's private life is closed for good, by an owner, in the case in which that was decided: what was
 * closed is shown again, and more can be accepted. Refused where it is open.
 */
export const openPrivateLife = operation({
  name: 'words.reopen',
  who: 'account',
  input: oneReportSchema,
  audits: ['words.reopen'],
  announces: ['words.reopened'],
  run: ({ actor: by, commit }, { reportId }) =>
    commit(async ({ tx, audited, happened, changed }) => {
      authorize(by, 'handleReports')
      const report = await lockReport(tx, reportId)
      const actor = await actorNow(tx, by.id)
      authorize(actor, 'suppress')
      if (report?.category !== 'about_me' || report.entryId === null)
        throw new RefusalError(refuse('not_found', codes().reports.notFound))
      const pageId = report.entryId
      if (!(await isPrivateLifeClosed(tx, [pageId])))
        throw new RefusalError(refuse('already_decided', codes().reports.openLife.already))
      await openPrivateLifeOf(tx, pageId)
      const facts = await findPrivateFactsAbout(tx, writersScope, pageId, MOST_PRIVATE)
      await openFactsAgain(
        tx,
        facts.map(({ id }) => id),
      )
      audited('words.reopen', { entryId: pageId, detail: { report: reportId } })
      happened({ name: 'words.reopened', reportId })
      const shown: string[] = [tags.entry(pageId), tags.factsAbout(pageId)]
      for (const { id } of facts) shown.push(...(await followPresence(tx, { id, kind: 'fact' })))
      return { event: await changed(shown), path: paths.report(reportId) }
    }),
})
