import { randomUUID } from 'node:crypto'
import { type ActionTable, anybody, moderators } from './row'

const of = (name: string) => `lib/reports/actions.ts ${name}`

/** What anybody reports, and what moderators make of it. */
export const aboutReports: ActionTable = {
  [of('reportAction')]: [
    {
      sends: async () => ({
        key: randomUUID(),
        kind: 'page',
        id: '1',
        category: 'spam',
        words: 'Look at this.',
      }),
      answers: anybody,
    },
  ],
  [of('closeReportAction')]: [
    {
      sends: async ({ openReport }) => ({
        reportId: String(await openReport()),
        outcome: 'acted',
        answer: '',
      }),
      answers: moderators,
    },
  ],
  [of('decideWordsAction')]: [
    {
      sends: async ({ checkedWords }) => ({
        checkedId: String(await checkedWords()),
        decision: 'upheld',
        answer: '',
      }),
      answers: moderators,
    },
  ],
  [of('openPrivateLifeAction')]: [
    {
      // No report of what people ask about themselves: nothing that owners could undo.
      sends: async ({ closedReport }) => ({ reportId: String(await closedReport()) }),
      answers: '     - not_allowed not_allowed not_allowed not_allowed not_found blocked',
    },
  ],
  [of('reopenReportAction')]: [
    {
      sends: async ({ closedReport }) => ({ reportId: String(await closedReport()) }),
      answers: moderators,
    },
  ],
  [of('clearReportAction')]: [
    {
      sends: async ({ closedReport }) => ({ reportId: String(await closedReport()) }),
      answers: moderators,
    },
  ],
}
