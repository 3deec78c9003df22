import { reads } from '@/db/postgres/client'
import { applyChangeset } from '@/lib/changesets/apply'
import { conflictable } from '@/lib/changesets/conflict'
import { parseChangeset } from '@/lib/changesets/parse'
import { mayPublishNow, publishOrKeep } from '@/lib/changesets/publish-or-keep'
import { type Refusal, RefusalError, refuse } from '@/lib/errors'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { type Context, operation } from '@/lib/operations/operation'
import { readBibtex } from './bibtex'
import { findKnown, type Known } from './known'
import { readRis } from './ris'
import { importSchema, MOST_AT_ONCE, MOST_REVIEWED } from './schema'
import { formatOf, type Part, splitFile } from './split-file'

/** An entry that is no source: where it begins in the file, how it begins, and why. */
export interface Broken {
  line: number
  words: string
  why: Message
}

/** What became of the entries. */
export interface Imported {
  /** How many became sources, or wait to. */
  added: number
  /** What waits for review; null where they are published. */
  submissionId: number | null
  /** Those that the wiki has already, each with the line that it begins at. */
  known: (Known & { line: number })[]
  broken: Broken[]
  event: number | null
}

/**
 * Adds sources from entries of a bibliography, at most 100 at once, all of them in one edit: published, or, for who cannot
 * publish, at most 20 as one submission. What the wiki has already, and what is twice in the text, is not added; a broken
 * entry is told with its line, and costs none of the others.
 */
export const importSources = operation({
  name: 'source.import',
  who: 'account',
  input: importSchema,
  audits: { nothing: 'histories and the queue tell who sent what' },
  idempotency: (input) => ({ key: input.key, body: { import: input } }),
  run: async (context, input): Promise<Imported | Refusal> => {
    const given = await context.answered<Imported>()
    if (given) return given
    const format = input.format ?? formatOf(input.text)
    const { parts, shared } = splitFile(input.text, format)
    const texts = codes().importing
    if (parts.length === 0) return refuse('invalid', texts.noEntries, { text: texts.noEntries })
    if (parts.length > MOST_AT_ONCE)
      return refuse('invalid', texts.tooMany(MOST_AT_ONCE), { text: texts.tooMany(MOST_AT_ONCE) })
    const read = format === 'ris' ? readRis(parts) : readBibtex(parts, shared)
    const found = parts.map((part, at) => ({ line: part.line + input.firstLine - 1, part, read: read[at] }))
    const broken = found.flatMap(({ line, part, read }) =>
      read && 'why' in read ? [{ line, words: beginningOf(part), why: read.why }] : [],
    )
    const sources = found.flatMap(({ line, read }) => (read && 'source' in read ? [{ line, ...read }] : []))
    const { known, fresh } = await findKnown(reads(), sources)
    const told = { known, broken }
    if (fresh.length === 0) return { added: 0, submissionId: null, event: null, ...told }
    const isMany = Math.max(parts.length, input.entries) > MOST_REVIEWED
    return add(context, input.key, { sources: fresh, isMany }, told)
  },
})

const beginningOf = ({ text }: Part) => text.slice(0, 80).replace(/\s+/g, ' ').trim()

async function add(
  context: Context,
  key: string,
  { sources, isMany }: { sources: SourceContent[]; isMany: boolean },
  told: Pick<Imported, 'known' | 'broken'>,
): Promise<Imported | Refusal> {
  const summary = messages().importing.summary
  const items = sources.map((content) => ({
    kind: 'source' as const,
    entryId: null,
    baseNumber: null,
    content,
  }))
  const requested = parseChangeset({ key, summary, isMinor: false, items })
  return conflictable(() =>
    applyChangeset(
      { context, authorId: context.actor.id },
      () => requested,
      async ({ tx }, locked): Promise<Imported> => {
        // Nobody reviews thousands.
        if (isMany && !mayPublishNow(locked)) throw new RefusalError(tooManyToReview())
        const became = await publishOrKeep(tx, locked, { summary, isMinor: false, via: 'edit' })
        const isWaiting = became.outcome === 'waiting'
        return {
          added: sources.length,
          submissionId: isWaiting ? became.submissionId : null,
          event: isWaiting ? null : became.event,
          ...told,
        }
      },
    ),
  )
}

const tooManyToReview = () => refuse('not_allowed', codes().importing.tooManyToReview(MOST_REVIEWED))
