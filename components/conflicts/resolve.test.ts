import { describe, expect, it } from 'vitest'
import type { RichDocument } from '@/lib/content/document'
import { mergeContents } from '@/lib/content/merge'
import { parseContent } from '@/lib/content/parse'
import { emptyPage } from '@/lib/pages/empty-page'
import type { PageContent } from '@/lib/pages/schema'
import { type Choice, resolveConflict } from './resolve'

const paragraph = (id: string, text: string) => ({
  type: 'paragraph' as const,
  attrs: { id },
  content: [{ type: 'text' as const, text }],
})

const page = (part: Partial<PageContent>, ...body: RichDocument['content']): PageContent => ({
  ...emptyPage('Joe Locke', 'person'),
  ...part,
  body: { type: 'doc', content: body },
})

/** Merges, settles every conflict the same way, and gives what the author goes on with. */
function settled(base: PageContent, theirs: PageContent, yours: PageContent, choice: Choice): PageContent {
  const merge = mergeContents('page', base, theirs, yours)
  if (merge.ok) throw new Error('these edits do not meet')
  return merge.conflicts.reduce((merged, one) => resolveConflict<'page'>(merged, one, choice), merge.merged)
}

const texts = (content: PageContent) =>
  content.body.content.map((block) => JSON.stringify(block).match(/"text":"([^"]*)"/)?.[1])

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
    expect(parseContent('page', both)).toMatchObject({ ok: true })
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
    const merge = mergeContents('page', was, others, mine)
    expect(!merge.ok && merge.conflicts.map(({ field }) => field).sort()).toEqual(['infobox.born', 'title'])
    const withTheirs = settled(was, others, mine, 'theirs')
    expect(withTheirs.title).toBe('J. Locke')
    expect(withTheirs.infobox).toEqual({ from: value('Isle of Man') })
    const withYours = settled(was, others, mine, 'yours')
    expect(withYours.title).toBe('Locke')
    expect(withYours.infobox).toEqual({ born: value('24 September 2003'), from: value('Isle of Man') })
  })

  it('what was settled on top of theirs merges without another conflict', () => {
    for (const choice of ['theirs', 'yours', 'both'] as const) {
      const next = settled(base, theirs, yours, choice)
      expect(mergeContents('page', theirs, theirs, next)).toEqual({ ok: true, content: next })
    }
  })
})
