import { catchUpStandings } from '@/lib/facts/catch-up-standings'
import type { Run, TaskName } from '@/lib/jobs/catalogue'
import { takeSearchWords } from '@/lib/revisions/search-words'
import { forgetOld } from './forget-old'
import { lookUpReset } from './look-up-reset'
import { queueUndone } from './queue-undone'
import { sendOwedMail } from './send-mail'

/** What each task does. */
export const tasks: { [Name in TaskName]: Run<Name> } = {
  'forget-old': forgetOld,
  'look-up-reset': lookUpReset,
  'queue-undone': queueUndone,
  'send-mail': sendOwedMail,
  'take-search-words': (payload) => takeSearchWords(payload),
  'weigh-standings': catchUpStandings,
}
