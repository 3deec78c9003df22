import { describe, expect, it } from 'vitest'
import { freshCitation } from '@/lib/content/fresh-citation'
import type { FactContent } from '@/lib/facts/schema'
import { sourceFrom } from '@/lib/sources/empty-source'
import { assemble } from './assemble'

const factCiting = (...sources: number[]): FactContent => ({
  statement: [{ type: 'text', text: 'One claim' }],
  about: [4],
  speaker: null,
  saidTo: null,
  saidOn: null,
  topics: [],
  gate: { kind: 'none' },
  isPrivateLife: false,
  citations: sources.map((source) => ({ source, ...freshCitation })),
  note: null,
})

const [first, second, third] = ['https://a.org/', 'https://b.org/', 'a book'].map(sourceFrom)
const newSources = { [-2]: first, [-3]: second, [-4]: third } as Record<number, ReturnType<typeof sourceFrom>>

describe('a form as it is sent', () => {
  it('new sources come in the order in which they are named, and are named by their place', () => {
    const { content, sources } = assemble('fact', factCiting(-4, 9, -2), newSources)
    expect(content.citations.map(({ source }) => source)).toEqual([-2, 9, -3])
    expect(sources).toEqual([third, first])
  })

  it('a new source that nothing names any more stays behind', () => {
    expect(assemble('fact', factCiting(9), newSources).sources).toEqual([])
  })

  it('one new source cited twice is one source', () => {
    const { content, sources } = assemble('fact', factCiting(-3, -3), newSources)
    expect(content.citations.map(({ source }) => source)).toEqual([-2, -2])
    expect(sources).toEqual([second])
  })
})
