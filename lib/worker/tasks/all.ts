import { gatherAddresses } from '@/lib/captures/catch-up-addresses'
import type { Run, TaskName } from '@/lib/jobs/catalogue'
import { catchUpFields } from '@/lib/publishing/catch-up-fields'
import { forgetWords, gatherWords } from '@/lib/publishing/catch-up-vocabulary'
import { takeSearchWords } from '@/lib/publishing/search-words'
import { catchUpStandings } from '@/lib/standings/catch-up-standings'
import { countMostWanted } from './count-wanted'
import { deleteAccountNow } from './delete-account'
import { endBlock } from './end-block'
import { finishMerges } from './finish-merges'
import { forgetOld } from './forget-old'
import { listDeletions } from './list-deletions'
import { listErasures } from './list-erasures'
import { lookAtCited } from './look-outside'
import { lookUpReset } from './look-up-reset'
import { makeMails } from './make-mails'
import { makeSizes } from './make-sizes'
import { openWords } from './open-words'
import { queueUndone } from './queue-undone'
import { removeObjects } from './remove-objects'
import { sendOwedMail } from './send-mail'
import { sendNewsMail } from './send-news-mail'
import { sendWish } from './send-wish'
import { sweepFiles } from './sweep-files'
import { tell } from './tell'
import { tellWebhook } from './tell-webhook'

/** The function of each task. */
export const tasks: { [Name in TaskName]: Run<Name> } = {
  'count-wanted': countMostWanted,
  'delete-account': deleteAccountNow,
  'derive-fields': () => catchUpFields(),
  'end-block': endBlock,
  'finish-merges': finishMerges,
  'forget-old': forgetOld,
  'forget-words': () => forgetWords(),
  'gather-addresses': () => gatherAddresses(),
  'gather-words': () => gatherWords(),
  'list-deletions': listDeletions,
  'list-erasures': listErasures,
  'look-outside': lookAtCited,
  'look-up-reset': lookUpReset,
  'make-mails': makeMails,
  'make-sizes': makeSizes,
  'open-words': openWords,
  'queue-undone': queueUndone,
  'remove-objects': removeObjects,
  'send-mail': sendOwedMail,
  'send-news-mail': sendNewsMail,
  'send-wish': sendWish,
  'sweep-files': () => sweepFiles(),
  'take-search-words': (payload) => takeSearchWords(payload),
  tell,
  'tell-webhook': tellWebhook,
  'weigh-standings': catchUpStandings,
}
