import { findActor } from '@/db/accounts/actors'
import type { UnsentNewsMail } from '@/db/news/mails'
import { findNewsOfMail } from '@/db/news/news'
import { type MailRhythm, newsFamilies } from '@/db/news/schema'
import { primary } from '@/db/postgres/client'
import type { OutgoingMail } from '@/lib/mail/send-mail'
import { UTC } from '@/lib/mail/time-zones'
import { messages } from '@/lib/messages/messages'
import { groupNews } from '@/lib/news/group'
import { isGone, lineOf } from '@/lib/news/line'
import { lookUp } from '@/lib/news/look-up'
import { scopeOfProgress } from '@/lib/places/loaders'
import { isAlarmed } from '@/lib/policy/closing-words'
import { parseTokens } from '@/lib/progress/progress'
import { readSettings } from '@/lib/settings/settings'
import { writeLetter } from './letter'
import { mailTokenOf } from './link'

/** So many notifications are looked up for one mail, and so many lines of them are in it. */
const LOOKED_UP = 200
const MOST_LINES = 30

const isDigest = (rhythm: MailRhythm) => rhythm !== 'at_once'

/**
 * The words of a mail about news, as its reader may see everything now. What they have read since, what they want no mail
 * about any more, and what is not there any more is not in it; null where nothing is left. An alarm tells those who hear
 * them whatever they have chosen, for as long as nobody has decided.
 */
export async function composeNewsMail(
  { id, accountId, timeZone, progress, choices, isAlarm }: UnsentNewsMail,
  address: string,
  origin: string,
): Promise<OutgoingMail | null> {
  const wanted = isAlarm ? [...newsFamilies] : choices.map(({ family }) => family)
  const [actor, rows] = await Promise.all([
    findActor(primary(), accountId),
    findNewsOfMail(primary(), id, { families: wanted, most: LOOKED_UP }),
  ])
  if (!actor || rows.length === 0 || (isAlarm && !isAlarmed(actor))) return null
  const within = await scopeOfProgress(progress === null ? null : parseTokens(progress.split('~')))
  const [facts, { name: wiki }] = await Promise.all([lookUp(actor, within, rows), readSettings(primary())])
  const told = rows.filter(({ commentId, reportId }) =>
    isAlarm ? !facts.report(reportId)?.outcome : commentId === null || facts.comment(commentId)?.authorName,
  )
  const lines = groupNews(told, () => 'one mail')
    .map((group) => lineOf(group, facts))
    .filter((line) => !isGone(line))
  if (lines.length === 0) return null
  const about = choices.filter(({ family }) => rows.some((row) => row.family === family))
  // Who ends a digest ends all digests, whatever was in this one.
  const alike = choices.filter((one) => about.some(({ rhythm }) => isDigest(rhythm) === isDigest(one.rhythm)))
  const { rhythms, why, whyAlarm } = messages().newsMail
  const letter = {
    ...{ wiki, name: actor.name, origin, timeZone: timeZone ?? UTC },
    ...{ lines: lines.slice(0, MOST_LINES), more: Math.max(0, lines.length - MOST_LINES) },
  }
  if (isAlarm) return writeLetter({ ...letter, why: whyAlarm, token: null, isAlarm })
  return writeLetter({
    ...letter,
    why: why([...new Set(about.map(({ rhythm }) => rhythms[rhythm]))]),
    token: mailTokenOf({ accountId, address, families: alike.map(({ family }) => family) }),
  })
}
