import { z } from 'zod'
import { mailRhythms } from '@/db/news/schema'
import { posted } from '@/lib/input/numbers'
import { isTimeZone } from '@/lib/mail/time-zones'
import { issueText } from '@/lib/messages/message'
import { typed } from '@/lib/text/plain'

/** How often there is mail about a part of one's news. */
export const rhythmChoices = [...mailRhythms, 'never'] as const
export type RhythmChoice = (typeof rhythmChoices)[number]

const rhythm = z.enum(rhythmChoices)

/** An hour of quiet hours: none where nothing is chosen, as it was where nothing is said. */
const quietHour = z
  .preprocess((given) => (given === '' ? null : given), posted(z.number().int().min(0).max(23)).nullable())
  .optional()

const mailPlan = z.object({
  own: rhythm,
  talk: rhythm,
  watched: rhythm,
  account: rhythm,
  timeZone: typed(100).refine(isTimeZone, issueText('newsMail.noTimeZone')),
  hour: posted(z.number().int().min(0).max(23)),
  quietFrom: quietHour,
  quietTo: quietHour,
})

/** Whether quiet hours have a beginning and an end, or neither. */
const isWhole = ({
  quietFrom: from,
  quietTo: to,
}: Pick<z.output<typeof mailPlan>, 'quietFrom' | 'quietTo'>) =>
  (from ?? null) === null ? (to ?? null) === null : (to ?? null) !== null && from !== to
const notWhole = { path: ['quietTo'], message: issueText('newsMail.quietBoth') }

/** Which mail somebody wants about their news, and when. */
export const mailPlanSchema = mailPlan.refine(isWhole, notWhole)

export type WantedMail = z.output<typeof mailPlanSchema>

const token = typed(300)

/** The same of the account whose mail has this link. */
export const mailPlanByLinkSchema = mailPlan.extend({ token }).refine(isWhole, notWhole)

/** A link that ends mails. */
export const endMailSchema = z.object({ token })
