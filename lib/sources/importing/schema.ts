import { z } from 'zod'
import { idempotencyKey } from '@/lib/changesets/schema'
import { posted } from '@/lib/input/numbers'
import { issueText } from '@/lib/messages/message'
import { storable } from '@/lib/text/plain'
import { formats } from './split-file'

/** The most entries that are read at once, and, of somebody whose edits are reviewed, at all. */
export const MOST_AT_ONCE = 100
export const MOST_REVIEWED = 20
/** The most characters of a text that is sent at once. */
export const MOST_TEXT = 400_000

/** Some entries of a bibliography, as text; the first line has the number that it has in the whole file. */
export const importSchema = z.object({
  key: idempotencyKey,
  format: z.enum(formats).nullish().catch(null),
  firstLine: posted(z.number().int().positive()).catch(1),
  /** How many entries the whole file has; 0 where these are all. */
  entries: posted(z.number().int().min(0)).catch(0),
  text: storable(MOST_TEXT, issueText('importing.tooLong', MOST_TEXT / 1000)).refine(
    (text) => text.trim() !== '',
    issueText('importing.nothing'),
  ),
})
