import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { pageKind } from '@/lib/kinds/page'
import { page, paragraph } from '@/lib/kinds/samples'
import { canonicalJson } from '@/lib/text/canonical'
import { attributes, storedAttributes } from './attributes'
import { documentSchema, leadSchema, richLineSchema, statementSchema } from './document'
import { normalizeContent } from './normalize'

type Def = Record<string, unknown>

/** The nodes and marks that a schema of zod takes, each with the names of its attributes. */
function namesIn(schema: z.core.$ZodType, found = new Map<string, string[]>(), seen = new Set<object>()) {
  if (seen.has(schema)) return found
  seen.add(schema)
  const def = schema._zod.def as unknown as Def
  const shape = def.shape as Record<string, z.core.$ZodType> | undefined
  if (shape?.type) {
    for (const type of [...(shape.type._zod.values ?? [])].map(String)) {
      const attrs = shape.attrs ? bare(shape.attrs)._zod.def : {}
      found.set(type, Object.keys((attrs as unknown as Def).shape ?? {}).sort())
    }
  }
  const inside = [def.element, def.innerType, def.in, def.out, ...((def.options as unknown[]) ?? [])]
  const members = shape ? Object.entries(shape).flatMap(([name, one]) => (name === 'attrs' ? [] : one)) : []
  for (const one of [...inside, ...members]) if (one) namesIn(one as z.core.$ZodType, found, seen)
  return found
}

/** A schema without what is wrapped around it: a default, a check. */
function bare(schema: z.core.$ZodType): z.core.$ZodType {
  const { innerType, in: first } = schema._zod.def as unknown as Record<string, z.core.$ZodType | undefined>
  const inner = innerType ?? first
  return inner ? bare(inner) : schema
}

const listed = new Map(Object.entries(attributes).map(([type, known]) => [type, Object.keys(known).sort()]))

describe('the list of nodes, marks and attributes', () => {
  it('names exactly what the store’s schema takes', () => {
    expect(new Map([...namesIn(documentSchema)].sort())).toEqual(new Map([...listed].sort()))
  })

  it('covers what leads, lines and statements take', () => {
    for (const schema of [leadSchema, statementSchema])
      for (const [type, names] of namesIn(schema)) expect(names, type).toEqual(listed.get(type))
    // A picture in a line stands where the line does.
    for (const [type, names] of namesIn(richLineSchema))
      expect(names, type).toEqual(type === 'image' ? ['file'] : listed.get(type))
  })
})

const list = (start?: number) => ({
  type: 'orderedList' as const,
  attrs: start === undefined ? { id: 'a' } : { id: 'a', start },
  content: [{ type: 'listItem' as const, content: [paragraph(null, 'one')] }],
})

describe('the first number of a list', () => {
  it('is stored where it says something, so that a list from 1 keeps the bytes that it had', () => {
    const plain = page({ body: [list()] })
    expect(canonicalJson(normalizeContent(pageKind, plain))).toBe(canonicalJson(plain))
    expect(canonicalJson(normalizeContent(pageKind, page({ body: [list(1)] })))).toBe(canonicalJson(plain))
    expect(normalizeContent(pageKind, page({ body: [list(5)] })).body.content).toEqual([list(5)])
    expect(storedAttributes('orderedList', { id: null, start: 0 })).toEqual({ id: null, start: 0 })
  })

  it('is a whole number that a page has room for, and of numbered lists only', () => {
    const takes = (block: object) => documentSchema.safeParse({ type: 'doc', content: [block] }).success
    for (const start of [0, 1, 2018, 999_999]) expect(takes(list(start)), String(start)).toBe(true)
    for (const start of [-1, 1.5, 1_000_000, 1e21, Number.NaN, null, '5'])
      expect(takes(list(start as number)), String(start)).toBe(false)
    expect(takes({ ...list(5), type: 'bulletList' })).toBe(false)
  })
})
