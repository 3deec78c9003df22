import { z } from 'zod'
import { line, typed } from '@/lib/content/plain'
import { save } from '@/lib/editing/save'
import { posted } from '@/lib/input/numbers'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { idempotencyKey, MOST_SUMMARY } from '@/lib/submissions/schema'

const text = typed(10_000)
/** Empty or 0 for an entry that is new. */
const number = posted(z.number().int().min(0)).default(0)

/** A source as a form without JavaScript sends it: every field a text, the authors one a line. */
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
  url: text,
  archiveUrl: text,
  via: text,
  note: text,
  /** What it repeats, as JSON: the plain form carries it along, since it cannot search for another source. */
  derivedFrom: text,
})

type PlainSource = z.infer<typeof plainSourceSchema>

/** Adds or changes a source from plain texts; answers as `save` does. */
export function editPlainSource(actor: AccountActor, input: PlainSource, origin: Origin) {
  const { key, summary, entryId, baseNumber, baseRoundId, authors, derivedFrom, type, ...texts } = input
  const known = Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, value.trim() || null]))
  const content = { ...known, type, authors: linesOf(authors), derivedFrom: derivationOf(derivedFrom) }
  const base = { entryId: entryId || null, baseNumber: baseNumber || null, baseRoundId: baseRoundId || null }
  return save('source', actor, { key, summary, isMinor: false, ...base, content, sources: [] }, origin)
}

const linesOf = (lines: string) =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The hidden field's JSON; anything else is not known. The write path judges what it says. */
function derivationOf(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return { kind: 'unknown' }
  }
}
