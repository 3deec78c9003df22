import { randomUUID } from 'node:crypto'
import { type ActionTable, moderators } from './row'

const of = (name: string) => `lib/moderation/actions.ts ${name}`
const reason = 'Part of a test'

const owners = '- not_allowed not_allowed not_allowed not_allowed done blocked'

/** What moderators do with an entry. */
export const aboutEntries: ActionTable = {
  [of('protectAction')]: [
    {
      sends: async ({ page }) => ({
        entryId: String((await page()).id),
        level: 'moderators',
        length: 'week',
        reason,
      }),
      answers: moderators,
    },
  ],
  [of('unprotectAction')]: [
    {
      sends: async ({ protectedPage }) => ({ entryId: String(await protectedPage()), reason }),
      answers: moderators,
    },
  ],
  [of('deleteAction')]: [
    { sends: async ({ page }) => ({ entryId: String((await page()).id), reason }), answers: moderators },
  ],
  [of('restoreAction')]: [
    {
      sends: async ({ deletedPage }) => ({ entryId: String(await deletedPage()), reason }),
      answers: moderators,
    },
  ],
  [of('mergeAction')]: [
    {
      sends: async ({ twoSources }) => {
        const [entryId, intoSource] = await twoSources()
        return { entryId: String(entryId), intoSource: String(intoSource), reason, key: randomUUID() }
      },
      answers: moderators,
    },
  ],
  [of('renameAction')]: [
    {
      sends: async ({ page, word }) => ({
        entryId: String((await page()).id),
        title: `Renamed ${word()}`,
        reason,
        key: randomUUID(),
      }),
      answers: moderators,
    },
  ],
  [of('addAliasAction')]: [
    {
      sends: async ({ page, word }) => ({
        entryId: String((await page()).id),
        title: `Also ${word()}`,
        reason,
      }),
      answers: moderators,
    },
  ],
  [of('removeAliasAction')]: [
    {
      sends: async ({ aliasedPage }) => ({ ...(await aliasedPage()), reason }),
      answers: moderators,
    },
  ],
  'lib/withholding/actions.ts withholdAction': [
    { on: 'hidden', sends: ({ editedPage }) => hiding(editedPage(), 'hidden'), answers: moderators },
    { on: 'suppressed', sends: ({ editedPage }) => hiding(editedPage(), 'suppressed'), answers: owners },
    { on: 'erased', sends: ({ editedPage }) => hiding(editedPage(), 'erased'), answers: owners },
  ],
  'lib/withholding/actions.ts liftAction': [
    {
      on: 'what was never hidden',
      sends: async () => ({ withholdingId: '987654321', reason }),
      answers: '- not_allowed not_allowed not_allowed not_found not_found blocked',
    },
  ],
}

/** Withholds the text of the first version of a page that has a second one. */
async function hiding(edited: Promise<{ id: number }>, strength: string) {
  return { entryId: String((await edited).id), from: '1', to: '1', parts: 'text', strength, reason }
}
