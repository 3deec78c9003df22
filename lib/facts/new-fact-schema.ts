import { z } from 'zod'
import { idempotencyKey, MOST_SUMMARY } from '@/lib/changesets/schema'
import { readSourceLine } from '@/lib/citations/source-line'
import { directnesses, openings } from '@/lib/content/citation'
import { citationLimits } from '@/lib/content/citation-limits'
import { plainText } from '@/lib/content/plain-text'
import { typedLine } from '@/lib/content/typed-marks'
import { posted } from '@/lib/input/numbers'
import { MOST_STATEMENT } from '@/lib/kinds/schemas/fact'
import { writtenDateOrNone } from '@/lib/kinds/schemas/written-date'
import { issueText } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { UNITS } from '@/lib/text/graphemes'
import { atMostGraphemes, line, storable } from '@/lib/text/plain'

/** "Not sure", typed as text, counts as an empty field. */
const orNothing = (text: string) => (messages().newFact.meansNotSure.test(text) ? '' : text)

const inOneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** One line as typed, with breaks and runs of white space as one space; `most` graphemes. */
const words = (most: number, sentence: string = issueText('errors.content.atMost', most)) =>
  storable(most * UNITS, sentence)
    .default('')
    .transform(inOneLine)
    .pipe(line(most, sentence))

const lines = (most: number) => storable(most).trim().default('')

const readsAs = (typed: string) => plainText(typedLine(typed)).trim()
/** What marks and addresses of links may take besides the words, in UTF-16 units. */
const MOST_MARKS = 3_000
const statementTooLong = issueText('newFact.tooLong', MOST_STATEMENT)
/** Plain words, with marks and links as `typedLine` reads them; only what is read counts. */
const statement = storable(MOST_STATEMENT * UNITS + MOST_MARKS, statementTooLong)
  .default('')
  .transform(inOneLine)
  .refine((typed) => readsAs(typed) !== '', issueText('newFact.statementMissing'))
  .check(atMostGraphemes(MOST_STATEMENT, readsAs, statementTooLong))
const page = words(200).transform(orNothing)
const lineField = lines(2_000)
  .transform(orNothing)
  .refine((text) => readSourceLine(text) !== null, issueText('newFact.noAddress'))
/** The id of a source that was chosen by name; null where text was typed instead. */
const chosen = posted(z.number().int().positive()).nullable().catch(null)

/** A new fact as its form sends it: plain text, all optional except the statement. */
export const newFactSchema = z.object({
  key: idempotencyKey,
  summary: words(MOST_SUMMARY),
  statement,
  speaker: page,
  where: lineField,
  whereSource: chosen,
  /** What is known about the first source; several authors are separated by semicolons. */
  whereTitle: words(300),
  wherePublisher: words(200),
  whereAuthors: words(600),
  whereIssued: words(40).pipe(writtenDateOrNone),
  /** Where in it. */
  whereAt: words(citationLimits.locator),
  /** The episode or volume in which it happens, and where in it: a time, a page. */
  inStory: page,
  inStoryAt: words(citationLimits.locator),
  where2: lineField,
  where2Source: chosen,
  where3: lineField,
  where3Source: chosen,
  about: page,
  about2: page,
  about3: page,
  /** Under which heading of its page it should stand, in the author's words. */
  under: words(200),
  quote: words(citationLimits.quote),
  /** Null where nobody has said: then it is suggested. */
  directness: z.enum(directnesses).nullable().catch(null),
  opened: z.enum(openings).catch('not_yet'),
  saidTo: words(200).transform(orNothing),
  saidOn: words(40).transform(orNothing).pipe(writtenDateOrNone),
  /** `none`, `unknown`, or the id of the place from which on it is no spoiler. */
  gate: storable(20).default('none'),
  isPrivateLife: z.literal('on').optional(),
  topics: lines(2_000),
  note: lines(4_000),
})

export type NewFact = z.output<typeof newFactSchema>
