import type { z } from 'zod'
import { type Outcome, type Refusal, refuse } from '@/lib/errors'
import { issueFor, messageOfIssue } from '@/lib/errors/issues'
import { MOST_PLACES, type Place, placeOfExcess } from '@/lib/errors/place'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { outOfBounds } from './bounds'
import type { Described, Field } from './fields'
import { normalizeContent } from './normalize'

/**
 * Content that may be stored: bounded, with known nodes, marks and attributes only, normalized, its blocks with unique
 * ids. Never throws, whatever `value` is; a refusal (`invalid`) carries a message at each field, named `title`, `body`,
 * `infobox.born`, `citations.2.quote`, and the places inside them (at most 20).
 */
export function parseContent<C extends object>(kind: Parsed<C>, value: unknown): Outcome<{ content: C }> {
  const excess = outOfBounds(value)
  if (excess) return refusedAt(kind, excess.message, [excess])
  const parsed = kind.schema.safeParse(value, { error: issueFor })
  if (!parsed.success) {
    const places = parsed.error.issues.map((issue) => placeOf(value, issue))
    return refusedAt(kind, codes().errors.content.refused, places)
  }
  return { ok: true, content: normalizeContent(kind, parsed.data) }
}

type Parsed<C extends object> = Pick<Described<C>, 'fields' | 'schema'>

/** The first problem of a field is its message; problems of the whole belong to no field. */
function refusedAt<C extends object>(kind: Parsed<C>, message: Message, places: Place[]): Refusal {
  const fields = new Map<string, Message>()
  for (const { path, message } of places) {
    const field = fieldAt(kind, path)
    if (field && !fields.has(field)) fields.set(field, message)
  }
  const refusal = refuse('invalid', message, Object.fromEntries(fields))
  const inside = places.filter(({ path }) => path.length > 0)
  return { ...refusal, places: inside.slice(0, MOST_PLACES) }
}

function placeOf(content: unknown, issue: z.core.$ZodIssue): Place {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  const most = mostOf(issue)
  return most === null ? { path, message: messageOfIssue(issue) } : placeOfExcess(content, path, most)
}

/** How much is allowed, where there is too much: by zod's own rule, or by one of ours (`params.fits`). */
function mostOf(issue: z.core.$ZodIssue): number | null {
  if (issue.code === 'too_big') return Number(issue.maximum)
  const params = issue.code === 'custom' ? issue.params : undefined
  return typeof params?.fits === 'number' ? params.fits : null
}

/** The form field of a path, as deep as the form shows fields. */
const fieldAt = <C extends object>({ fields }: Parsed<C>, path: Place['path']) => {
  const known: Partial<Record<string, Field>> = fields
  return path
    .slice(0, known[String(path[0])]?.formSteps ?? 1)
    .map(String)
    .join('.')
}
