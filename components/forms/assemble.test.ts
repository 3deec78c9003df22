import { describe, expect, it } from 'vitest'
import { sourceOfText } from '@/lib/citations/source-line'
import type { InlineNode } from '@/lib/content/document'
import { freshCitation } from '@/lib/content/fresh-citation'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { writtenFact } from '@/lib/kinds/written/fact'
import { writtenPage } from '@/lib/kinds/written/page'
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

const paragraph = (id: string, content: InlineNode[]) => ({
  type: 'paragraph' as const,
  attrs: { id },
  content,
})

const [first, second, third] = ['https://a.org/', 'https://b.org/', 'a book'].map(sourceOfText)
const newSources = { [-2]: first, [-3]: second, [-4]: third } as Record<
  number,
  ReturnType<typeof sourceOfText>
>

describe('a form as it is sent', () => {
  it('new sources come in the order in which they are named, and are named by their place', () => {
    const { content, sources } = assemble(writtenFact, factCiting(-4, 9, -2), newSources)
    expect(content.citations.map(({ source }) => source)).toEqual([-2, 9, -3])
    expect(sources).toEqual([third, first])
  })

  it('a new source that nothing names any more stays behind', () => {
    expect(assemble(writtenFact, factCiting(9), newSources).sources).toEqual([])
  })

  it('one new source cited twice is one source', () => {
    const { content, sources } = assemble(writtenFact, factCiting(-3, -3), newSources)
    expect(content.citations.map(({ source }) => source)).toEqual([-2, -2])
    expect(sources).toEqual([second])
  })

  it('new pages come after the new sources, whatever is named first', () => {
    const pages = { [-5]: emptyPage('Arts', 'category', 'en'), [-6]: emptyPage('Music', 'category', 'en') }
    const cites = { type: 'citation' as const, attrs: { source: -3, ...freshCitation } }
    const lead = { type: 'doc' as const, content: [paragraph('p', [cites])] }
    const page = { ...emptyPage('Tao', 'person', 'en'), lead, categories: [-6, 7] }
    const sent = assemble(writtenPage, page, newSources, pages)
    expect(sent.content.categories).toEqual([-3, 7])
    expect(sent.content.lead).toEqual({
      type: 'doc',
      content: [paragraph('p', [{ ...cites, attrs: { ...cites.attrs, source: -2 } }])],
    })
    expect([sent.sources, sent.pages, sent.used]).toEqual([[second], [pages[-6]], [-3, -6]])
  })
})
