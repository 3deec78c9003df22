import { randomUUID } from 'node:crypto'
import type { ActionTable } from './row'

/** What owners do with the wiki itself. */
export const aboutTheWiki: ActionTable = {
  'lib/wiki/actions.ts changeSettingAction': [
    {
      sends: async () => ({ setting: 'sentence', value: `About ${randomUUID()}`, reason: 'Part of a test' }),
      answers: '- not_allowed not_allowed not_allowed not_allowed done blocked',
    },
  ],
}
