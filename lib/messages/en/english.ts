import { aboutEntry } from './about-entry'
import { accounts } from './accounts'
import { captures } from './captures'
import { cards } from './cards'
import { checks } from './checks'
import { dayInWords, moment, momentHere, partialDateInWords } from './dates'
import { diff } from './diff'
import { editing } from './editing'
import { entering } from './entering'
import { errors } from './errors'
import { facts, sources } from './facts'
import { failed } from './failed'
import { fields } from './fields'
import { files } from './files'
import { finding } from './finding'
import { frame } from './frame'
import { gateway, outdatedForm } from './gateway'
import { greeting } from './greeting'
import { history } from './history'
import { importing } from './importing'
import { keys } from './keys'
import { kinds } from './kinds'
import { language } from './language'
import { lookingUp } from './looking-up'
import { mails } from './mails'
import { moderating } from './moderating'
import { networks } from './networks'
import { newFact } from './new-fact'
import { news } from './news'
import { newsMail } from './news-mail'
import { opening } from './opening'
import { otherAccount } from './other-account'
import { ownAccount } from './own-account'
import { ownData } from './own-data'
import { ownWords } from './own-words'
import { progress } from './progress'
import { publicLog } from './public-log'
import { quoting } from './quoting'
import { reading } from './reading'
import { reports } from './reports'
import { review } from './review'
import { safety } from './safety'
import { saving } from './saving'
import { sharing } from './sharing'
import { submissions } from './submissions'
import { tables } from './tables'
import { talk } from './talk'
import { tasks } from './tasks'
import { thanks } from './thanks'
import { upTo } from './up-to'
import { uploads } from './uploads'
import { visitor } from './visitor'
import { watching } from './watching'
import { ways } from './ways'
import { wiki } from './wiki'
import { withholding } from './withholding'
import { writing } from './writing'

/** Every text of the wiki in English. Its type defines what another language must have (`widened.ts`). */
export const english = {
  aboutEntry,
  accounts,
  captures,
  cards,
  checks,
  dates: { dayInWords, moment, momentHere, partialDateInWords },
  diff,
  gateway,
  editing,
  entering,
  errors,
  facts,
  failed,
  fields,
  files,
  finding,
  frame,
  greeting,
  history,
  keys,
  kinds,
  language,
  lookingUp,
  mails,
  moderating,
  importing,
  newFact,
  networks,
  news,
  newsMail,
  opening,
  quoting,
  otherAccount,
  outdatedForm,
  ownAccount,
  ownData,
  ownWords,
  progress,
  publicLog,
  reading,
  reports,
  review,
  safety,
  saving,
  sharing,
  sources,
  submissions,
  tables,
  tasks,
  talk,
  upTo,
  uploads,
  thanks,
  visitor,
  watching,
  ways,
  wiki,
  withholding,
  writing,
}
