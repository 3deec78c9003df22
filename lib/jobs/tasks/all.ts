import type { Run, TaskName } from '@/lib/jobs/catalogue'
import { takeSearchWords } from '@/lib/revisions/search-words'
import { lookUpReset } from './look-up-reset'
import { sendOwedMail } from './send-mail'

/** What each task does. */
export const tasks: { [Name in TaskName]: Run<Name> } = {
  'look-up-reset': lookUpReset,
  'send-mail': sendOwedMail,
  'take-search-words': (payload) => takeSearchWords(payload),
}
