import { describe, expect, it } from 'vitest'
import type { RichDocument } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import { type MergeConflict, mergeContents } from '@/lib/content/merge'
import { parseContent } from '@/lib/content/parse'
import { factKind } from '@/lib/kinds/fact'
import { pageKind } from '@/lib/kinds/page'
import { fact } from '@/lib/kinds/samples'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { fieldName } from './field-name'
import { type Choice, resolveConflict } from './resolve'

const paragraph = (id: string, text: string) => ({
  type: 'paragraph' as const,
  attrs: { id },
  content: [{ type: 'text' as const, text }],
})

const page = (part: Partial<PageContent>, ...body: RichDocument['content']): PageContent => ({
  ...emptyPage('Joe Locke', 'person', 'en'),
  ...part,
  body: { type: 'doc', content: body },
})

/** Merges, resolves every conflict in the same way, and gives the content that the author continues with. */
function settled(base: PageContent, theirs: PageContent, yours: PageContent, choice: Choice): PageContent {
  const merge = mergeContents(pageKind, base, theirs, yours)
  if (merge.ok) throw new Error('these edits do not meet')
  return merge.conflicts.reduce((merged, one) => resolveConflict<'page'>(merged, one, choice), merge.merged)
}

const texts = (content: PageContent) =>
  content.body.content.map((block) => JSON.stringify(block).match(/"text":"([^"]*)"/)?.[1])

const factWith = fact()
const value = (text: string) => [{ type: 'text' as const, text }]
const base = page({}, paragraph('a', 'one'), paragraph('b', 'two'))
const theirs = page({}, paragraph('a', 'one, theirs'), paragraph('b', 'two'), paragraph('c', 'their own'))
const yours = page({}, paragraph('a', 'one, yours'), paragraph('b', 'two, yours'))

describe('a conflict that is settled', () => {
  it('takes theirs where they met, and keeps what both did elsewhere', () => {
    expect(texts(settled(base, theirs, yours, 'theirs'))).toEqual(['one, theirs', 'two, yours', 'their own'])
  })

  it('takes yours where they met, and still has what they did elsewhere', () => {
    expect(texts(settled(base, theirs, yours, 'yours'))).toEqual(['one, yours', 'two, yours', 'their own'])
  })

  it('keeps both blocks, each with an id of its own', () => {
    const both = settled(base, theirs, yours, 'both')
    expect(texts(both)).toEqual(['one, theirs', 'one, yours', 'two, yours', 'their own'])
    expect(new Set(both.body.content.map((block) => block.attrs.id)).size).toBe(4)
    expect(parseContent(pageKind, both)).toMatchObject({ ok: true })
  })

  it('a block that they took out and you changed goes, or stays as yours', () => {
    const without = page({}, paragraph('b', 'two'))
    expect(texts(settled(base, without, yours, 'theirs'))).toEqual(['two, yours'])
    expect(texts(settled(base, without, yours, 'yours'))).toEqual(['one, yours', 'two, yours'])
  })

  it('a block that you took out and they changed goes only when you say so', () => {
    const without = page({}, paragraph('b', 'two, yours'))
    expect(texts(settled(base, theirs, without, 'yours'))).toEqual(['two, yours', 'their own'])
    expect(texts(settled(base, theirs, without, 'theirs'))).toEqual([
      'one, theirs',
      'two, yours',
      'their own',
    ])
  })

  it('titles, infobox values and categories are settled one by one', () => {
    const was = page({ infobox: { born: value('2003'), from: value('Douglas') } })
    const mine = page({
      title: 'Locke',
      infobox: { born: value('24 September 2003'), from: value('Douglas') },
    })
    const others = page({ title: 'J. Locke', infobox: { from: value('Isle of Man') } })
    const merge = mergeContents(pageKind, was, others, mine)
    expect(!merge.ok && merge.conflicts.map(({ field }) => field).sort()).toEqual(['infobox.born', 'title'])
    const withTheirs = settled(was, others, mine, 'theirs')
    expect(withTheirs.title).toBe('J. Locke')
    expect(withTheirs.infobox).toEqual({ from: value('Isle of Man') })
    const withYours = settled(was, others, mine, 'yours')
    expect(withYours.title).toBe('Locke')
    expect(withYours.infobox).toEqual({ born: value('24 September 2003'), from: value('Isle of Man') })
  })

  it('words of one’s own stand in place of both, the first block under the old name', () => {
    const own = [paragraph('a', 'one, agreed'), paragraph('a', 'and more')]
    const next = settled(base, theirs, yours, { own })
    expect(texts(next)).toEqual(['one, agreed', 'and more', 'two, yours', 'their own'])
    expect(next.body.content[0]?.attrs.id).toBe('a')
    expect(parseContent(pageKind, next)).toMatchObject({ ok: true })
    expect(texts(settled(base, theirs, yours, { own: [] }))).toEqual(['two, yours', 'their own'])
  })

  it('the lock of an infobox value is settled by itself, and named after the value', () => {
    const was = page({ infobox: { born: value('2003') } })
    const until = (place: number) => ({ ...was, gates: { born: { kind: 'place' as const, page: place } } })
    expect(settled(was, until(2), until(3), 'theirs').gates).toEqual(until(2).gates)
    expect(settled(was, until(2), until(3), 'yours').gates).toEqual(until(3).gates)
    expect(settled(until(1), until(2), was, 'yours').gates ?? {}).toEqual({})
    expect(settled(until(1), until(2), was, 'theirs').gates).toEqual(until(2).gates)
    expect(fieldName({ field: 'gates.born' }, { born: 'Born' })).toBe('Infobox · Born · Spoiler lock')
  })

  it('a fact’s citation, an infobox value and a title take one’s own words in their own place', () => {
    const cited = (opened: 'yes' | 'not_yet' | 'unavailable', locator: string | null = null) => ({
      ...factWith,
      citations: [citationOf(5), citationOf(7, { opened, locator }), citationOf(8)],
    })
    const merge = mergeContents(factKind, cited('not_yet'), cited('yes'), cited('unavailable'))
    if (merge.ok) throw new Error('these edits do not meet')
    const [met] = merge.conflicts as [MergeConflict]
    const take = (choice: Choice) => resolveConflict<'fact'>(merge.merged, met, choice).citations
    const own = citationOf(7, { opened: 'yes', locator: 'p. 3' })
    expect(take({ own })).toEqual(cited('yes', 'p. 3').citations)
    expect(take('theirs')).toEqual(cited('yes').citations)

    const titles = ['Joe Locke', 'J. Locke', 'Locke'].map((title) =>
      page({ title, infobox: { born: value(title) } }),
    )
    const [was, other, mine] = titles as [PageContent, PageContent, PageContent]
    const met2 = mergeContents(pageKind, was, other, mine)
    if (met2.ok) throw new Error('these edits do not meet')
    const both = met2.conflicts.reduce(
      (merged, one) =>
        resolveConflict<'page'>(merged, one, { own: one.field === 'title' ? 'Agreed' : value('agreed') }),
      met2.merged,
    )
    expect([both.title, both.infobox]).toEqual(['Agreed', { born: value('agreed') }])
  })

  it('what was settled on top of theirs merges without another conflict', () => {
    for (const choice of ['theirs', 'yours', 'both', { own: [paragraph('x', 'agreed')] }] as const) {
      const next = settled(base, theirs, yours, choice)
      expect(mergeContents(pageKind, theirs, theirs, next)).toEqual({ ok: true, content: next })
    }
  })
})
