import { aboutAccounts } from './accounts'
import { aboutEntries } from './entries'
import { aboutMail } from './mail'
import { aboutReports } from './reports'
import type { ActionTable } from './row'
import { aboutTalk } from './talk'
import { aboutTheWiki } from './wiki'
import { aboutWriting } from './writing'

/** Every server action of the build. An action that is not here fails the tests; so does a row without one. */
export const actions: ActionTable = {
  ...aboutAccounts,
  ...aboutEntries,
  ...aboutMail,
  ...aboutReports,
  ...aboutTalk,
  ...aboutTheWiki,
  ...aboutWriting,
}
