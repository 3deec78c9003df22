import { z } from 'zod'
import { readPartialDate } from '@/lib/fields/partial-date'
import { issueText } from '@/lib/messages/message'
import { storable } from '@/lib/text/plain'

/** UTF-16 units: no date that people write is longer. */
const LONGEST = 60

/** A date as people write it, stored as far as it is known: `2022`, `2022-04` or `2022-04-22` (ISO 8601). */
export const writtenDate = storable(LONGEST, issueText('errors.content.dateShape')).transform(
  (text, context) => dateIn(text, context),
)

/** The same in a form, where it may be left out. */
export const writtenDateOrNone = storable(LONGEST, issueText('errors.content.dateShape')).transform(
  (text, context) => (text.trim() === '' ? '' : dateIn(text, context)),
)

function dateIn(text: string, { issues }: { issues: z.core.$ZodRawIssue[] }): string {
  const read = readPartialDate(text)
  if ('date' in read) return read.date
  issues.push({ code: 'custom', input: text, message: issueText(`errors.content.${read.fault}`) })
  return z.NEVER
}
