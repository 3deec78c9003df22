import type { z } from 'zod'
import { type Outcome, refuse } from '@/lib/errors'
import { errors } from '@/lib/texts/en/errors'
import { outOfBounds } from './bounds'
import { type ContentKind, type ContentOf, contentSchemas } from './content'
import { normalizeContent } from './normalize'

/**
 * Content as it may be stored: bounded, of a known shape in every node, mark and attribute, normalized, its blocks with
 * unique ids. Never throws, whatever `value` is; a refusal (`invalid`) carries a sentence at each field, named
 * `title`, `body`, `infobox.born`, `citations.2.quote`.
 */
export function parseContent<K extends ContentKind>(
  kind: K,
  value: unknown,
): Outcome<{ content: ContentOf[K] }> {
  const excess = outOfBounds(value)
  if (excess) return refuse('invalid', excess)
  const parsed = contentSchemas[kind].safeParse(value, { error: sentenceFor })
  if (!parsed.success) {
    return refuse('invalid', errors.content.refused, fieldsOf(parsed.error.issues))
  }
  return { ok: true, content: normalizeContent(kind, parsed.data as ContentOf[K]) }
}

/** The sentence for each field that zod found fault with; the first fault of a field speaks for it. */
export function fieldsOf(issues: readonly z.core.$ZodIssue[]): Record<string, string> {
  const fields = new Map<string, string>()
  for (const issue of issues) {
    const field = fieldOf(issue.path)
    if (!fields.has(field)) fields.set(field, issue.message)
  }
  return Object.fromEntries(fields)
}

/** How many steps of a path name a field that a form shows; the rest lies inside it. */
const stepsOf: Record<string, number> = { infobox: 2, citations: 3, ordinal: 2, derivedFrom: 2, gate: 2 }

const fieldOf = (path: readonly PropertyKey[]) =>
  path
    .slice(0, stepsOf[String(path[0])] ?? 1)
    .map(String)
    .join('.')

/** Zod's own findings in this wiki's words; messages written in the schemas come first. */
function sentenceFor(issue: z.core.$ZodRawIssue): string {
  const { content } = errors
  switch (issue.code) {
    case 'unrecognized_keys':
      return content.unknownAttributes(issue.keys.slice(0, 5).map(short).join(', '))
    case 'invalid_union':
      return content.unknownPart(short(typeOf(issue.input)))
    case 'invalid_value':
      return content.chooseOne(issue.values.map(String).join(', '))
    case 'too_big':
      return issue.origin === 'string'
        ? content.atMost(Number(issue.maximum))
        : content.atMostItems(Number(issue.maximum))
    case 'too_small':
      return content.atLeastItems(Number(issue.minimum))
    default:
      return content.wrongShape
  }
}

const typeOf = (input: unknown) =>
  typeof input === 'object' && input !== null && 'type' in input ? String(input.type) : typeof input

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 39)}…` : text)
