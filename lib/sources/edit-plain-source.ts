import { z } from 'zod'
import { idempotencyKey, MOST_SUMMARY } from '@/lib/changesets/schema'
import { posted } from '@/lib/input/numbers'
import { operation } from '@/lib/operations/operation'
import type { SaveInput } from '@/lib/submissions/form-schema'
import { changesetOf, saveNow } from '@/lib/submissions/save'
import { line, typed } from '@/lib/text/plain'

const text = typed(10_000)
/** Empty or 0 for an entry that is new. */
const number = posted(z.number().int().min(0)).default(0)

/** A source as a form without JavaScript sends it: every field a text, the authors one per line. */
export const plainSourceSchema = z.object({
  key: idempotencyKey,
  summary: line(MOST_SUMMARY).default(''),
  entryId: number,
  baseNumber: number,
  baseRoundId: number,
  type: text,
  title: text,
  description: text,
  publisher: text,
  authors: text,
  issued: text,
  language: text,
  url: text,
  archiveUrl: text,
  doi: text,
  isbn: text,
  via: text,
  note: text,
  /** What it repeats, as JSON in a hidden field, since the plain form cannot search for another source. */
  derivedFrom: text,
})

/** Adds or changes a source from plain texts; answers as `source.save` does. */
export const editPlainSource = operation({
  name: 'source.save-plain',
  who: 'entering',
  input: plainSourceSchema,
  audits: { nothing: 'histories and the queue tell who sent what' },
  idempotency: (input) => ({ key: input.key, body: changesetOf('source', sourceIn(input)) }),
  run: (context, input) => saveNow('source', context, sourceIn(input)),
})

/** The same input as the form with JavaScript sends. */
function sourceIn(input: z.infer<typeof plainSourceSchema>): SaveInput {
  const { key, summary, entryId, baseNumber, baseRoundId, authors, derivedFrom, type, ...texts } = input
  const known = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value.trim() || null]))
  const content = { ...known, type, authors: linesOf(authors), derivedFrom: derivationOf(derivedFrom) }
  const base = { entryId: entryId || null, baseNumber: baseNumber || null, baseRoundId: baseRoundId || null }
  return { key, summary, isMinor: false, ...base, content, sources: [] }
}

const linesOf = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The hidden field's JSON; anything invalid is unknown. The write path checks its content. */
function derivationOf(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return { kind: 'unknown' }
  }
}
