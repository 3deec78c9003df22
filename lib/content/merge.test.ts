import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factKind } from '@/lib/kinds/fact'
import { fileKind } from '@/lib/kinds/file'
import { pageKind } from '@/lib/kinds/page'
import { fact, facts, page, pages, paragraph, source, text } from '@/lib/kinds/samples'
import { emptyFile } from '@/lib/kinds/schemas/empty-file'
import type { FileContent } from '@/lib/kinds/schemas/file'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { sourceKind } from '@/lib/kinds/source'
import { citationOf } from './fresh-citation'
import { mergeContents } from './merge'

const abc = [paragraph('a', 'Alpha.'), paragraph('b', 'Beta.'), paragraph('c', 'Gamma.')]
const [a, b, c] = abc as [(typeof abc)[0], (typeof abc)[0], (typeof abc)[0]]
const base = page({ body: abc })
const bodyAfter = (theirs: typeof abc, yours: typeof abc) => {
  const merged = mergeContents(pageKind, base, page({ body: theirs }), page({ body: yours }))
  return merged.ok ? merged.content.body.content : merged.conflicts
}

test('two people who edit different paragraphs both have their way', () => {
  const [theirA, yourC] = [paragraph('a', 'Alpha!'), paragraph('c', 'Gamma!')]
  expect(bodyAfter([theirA, b, c], [a, b, yourC])).toEqual([theirA, b, yourC])
})

test('the same paragraph changed twice is a conflict with all three texts, and yours is kept', () => {
  const [theirs, yours] = [paragraph('b', 'Beta, theirs.'), paragraph('b', 'Beta, yours.')]
  const merged = mergeContents(
    pageKind,
    base,
    page({ body: [a, theirs, c] }),
    page({ body: [a, yours, c], title: 'Kit' }),
  )
  expect(merged).toEqual({
    ok: false,
    conflicts: [{ field: 'body', blockId: 'b', base: b, theirs, yours }],
    merged: page({ body: [a, yours, c], title: 'Kit' }),
  })
})

test('the same change made twice is one change', () => {
  const changed = paragraph('b', 'Better.')
  expect(bodyAfter([a, changed, c], [a, changed, c])).toEqual([a, changed, c])
})

test('a paragraph that one removed and the other changed is a conflict and stays', () => {
  const yours = paragraph('b', 'Beta, rescued.')
  const merged = mergeContents(pageKind, base, page({ body: [a, c] }), page({ body: [a, yours, c] }))
  expect(merged).toMatchObject({ ok: false, conflicts: [{ blockId: 'b', theirs: null, yours }] })
  expect(merged.ok ? [] : merged.merged.body.content).toEqual([a, yours, c])
})

test('new paragraphs in the same place both stay, the published one first', () => {
  const [theirs, yours] = [paragraph('t', 'Theirs.'), paragraph('y', 'Yours.')]
  expect(bodyAfter([a, theirs, b, c], [a, yours, b, c])).toEqual([a, theirs, yours, b, c])
})

test('one moves a paragraph while the other edits it', () => {
  const changed = paragraph('c', 'Gamma, longer.')
  expect(bodyAfter([c, a, b], [a, b, changed])).toEqual([changed, a, b])
})

test('two different orders are a conflict', () => {
  expect(bodyAfter([b, a, c], [a, c, b])).toMatchObject([{ field: 'body' }])
})

test('infobox fields, categories and citations merge one by one', () => {
  const was = page({ infobox: { born: [text('2004')] }, categories: [1, 2] })
  const theirs = page({ infobox: { born: [text('8 March 2004')] }, categories: [2, 1] })
  const yours = page({ infobox: { born: [text('2004')], plays: [text('Nick')] }, categories: [1, 2, 3] })
  expect(mergeContents(pageKind, was, theirs, yours)).toEqual({
    ok: true,
    content: page({
      infobox: { born: [text('8 March 2004')], plays: [text('Nick')] },
      categories: [2, 3, 1],
    }),
  })
  const cited = mergeContents(
    factKind,
    fact({ citations: [citationOf(5)] }),
    fact({ citations: [citationOf(5, { opened: 'yes' })] }),
    fact({ citations: [citationOf(5), citationOf(6)] }),
  )
  expect(cited).toMatchObject({ ok: true, content: { citations: [{ opened: 'yes' }, { source: 6 }] } })
})

test('the same infobox field changed twice is a conflict at that field', () => {
  const [was, theirs, yours] = ['1', '2', '3'].map((year) => page({ infobox: { born: [text(year)] } }))
  expect(was && theirs && yours && mergeContents(pageKind, was, theirs, yours)).toMatchObject({
    ok: false,
    conflicts: [{ field: 'infobox.born', base: [text('1')], theirs: [text('2')], yours: [text('3')] }],
  })
})

test('two edits that are fine alone and break a rule together are a conflict', () => {
  const was = source({ title: 'Title', description: 'Description' })
  const merged = mergeContents(sourceKind, was, { ...was, title: null }, { ...was, description: null })
  expect(merged).toMatchObject({ ok: false, conflicts: [{ field: 'title' }], merged: { title: 'Title' } })
})

test('merging with a side that changed nothing gives the other side', () => {
  fc.assert(
    fc.property(pages, pages, (was, is) => {
      expect(mergeContents(pageKind, was, was, is)).toEqual({ ok: true, content: is })
      expect(mergeContents(pageKind, was, is, was)).toEqual({ ok: true, content: is })
    }),
  )
  fc.assert(
    fc.property(facts, facts, (was, is) => {
      expect(mergeContents(factKind, was, is, is)).toEqual({ ok: true, content: is })
    }),
  )
})

test('edits of different blocks never conflict', () => {
  const size = 12
  const blocks = Array.from({ length: size }, (_, n) => paragraph(`b${n}`, `Paragraph ${n}.`))
  const touched = fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: size })
  fc.assert(
    fc.property(touched, fc.array(fc.boolean(), { minLength: size, maxLength: size }), (places, mine) => {
      const edited = (isMine: boolean) =>
        blocks.map((block, n) =>
          places.includes(n) && mine[n] === isMine ? paragraph(block.attrs.id, `Rewritten ${n}.`) : block,
        )
      const merged = mergeContents(
        pageKind,
        page({ body: blocks }),
        page({ body: edited(false) }),
        page({ body: edited(true) }),
      )
      const expected = blocks.map((block, n) =>
        places.includes(n) ? paragraph(block.attrs.id, `Rewritten ${n}.`) : block,
      )
      expect(merged).toEqual({ ok: true, content: page({ body: expected }) })
    }),
  )
})

test('no paragraph that you wrote or changed is lost, nor a row of a table, conflict or not', () => {
  // A table may come to hold the rows of both, so each row of yours is looked for, and its caption.
  const piecesOf = ({ body }: PageContent): string[] =>
    body.content
      .flatMap((block): unknown[] => {
        if (block.type === 'table') return [...block.content, { caption: block.attrs.caption }]
        return 'content' in block && block.content.length > 0 ? [block] : []
      })
      .map((piece) => JSON.stringify(piece))
  fc.assert(
    fc.property(pages, pages, pages, (was, theirs, yours) => {
      const merged = mergeContents(pageKind, was, theirs, yours)
      const result = piecesOf(merged.ok ? merged.content : merged.merged)
      const known = new Set(piecesOf(was))
      expect(result).toEqual(expect.arrayContaining(piecesOf(yours).filter((piece) => !known.has(piece))))
    }),
  )
})

test('two thousand equal paragraphs rewritten on both sides are two thousand conflicts', () => {
  const all = (words: string) =>
    page({ body: Array.from({ length: 2000 }, (_, n) => paragraph(`b${n}`, words)) })
  const merged = mergeContents(pageKind, all('leaf'), all('theirs'), all('yours'))
  expect(merged.ok ? 0 : merged.conflicts.length).toBe(2000)
})

test('both sides adding past what a page may hold is a conflict, and yours is kept', () => {
  const many = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, n) => paragraph(`${prefix}${n}`, prefix))
  const yours = page({ body: many('y', 1500) })
  const merged = mergeContents(pageKind, page(), page({ body: many('t', 1500) }), yours)
  expect(merged).toMatchObject({ ok: false, conflicts: [{ field: 'body' }], merged: yours })
})

test('a part of a picture that somebody chooses is not put on another picture that somebody else sends', () => {
  const file = (rest: Partial<FileContent>): FileContent => ({
    ...emptyFile,
    object: '1'.repeat(64),
    ...rest,
  })
  const [crop, focus] = [
    { x: 1, y: 2, width: 400, height: 300 },
    { x: 10, y: 20 },
  ]
  const other = file({ object: '2'.repeat(64) })
  const merged = (theirs: FileContent, yours: FileContent) => {
    const done = mergeContents(fileKind, file({ alternative: 'A leaf' }), theirs, yours)
    return done.ok ? done.content : done.conflicts.map(({ field }) => field)
  }
  const framed = file({ alternative: 'A leaf', crop, focus })
  expect(merged({ ...other, alternative: 'A leaf' }, framed)).toEqual(['crop', 'focus'])
  expect(merged(framed, { ...other, alternative: 'A leaf' })).toEqual(['crop', 'focus'])
  expect(merged(framed, file({ alternative: 'A green leaf' }))).toEqual({
    ...framed,
    alternative: 'A green leaf',
  })
})

test('the locks of infobox values merge one by one, and beside a change of the value', () => {
  const was = page({ infobox: { born: [text('2004')], plays: [text('Nick')] } })
  const unknown = { kind: 'unknown' as const }
  const theirs = {
    ...was,
    infobox: { ...was.infobox, born: [text('8 March 2004')] },
    gates: { plays: unknown },
  }
  const yours = { ...was, gates: { born: unknown } }
  const gates = { born: unknown, plays: unknown }
  expect(mergeContents(pageKind, was, theirs, yours)).toEqual({ ok: true, content: { ...theirs, gates } })
  const [first, second] = [2, 3].map((page) => ({
    ...was,
    gates: { born: { kind: 'place' as const, page } },
  }))
  const torn = mergeContents(pageKind, yours, first as PageContent, second as PageContent)
  expect(torn).toMatchObject({
    conflicts: [{ field: 'gates.born', base: unknown, theirs: { page: 2 }, yours: { page: 3 } }],
  })
  const opened = mergeContents(pageKind, yours, { ...was, title: 'Kit' }, { ...yours, language: 'de' })
  expect(opened.ok && [opened.content.gates, opened.content.title]).toEqual([undefined, 'Kit'])
})
