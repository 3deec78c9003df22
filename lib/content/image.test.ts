import { expect, test } from 'vitest'
import { pageKind } from '@/lib/kinds/page'
import { noLabels, page, paragraph, text } from '@/lib/kinds/samples'
import { message } from '@/lib/messages/message'
import { diffContents } from './diff'
import { type Block, type Image, MOST_IMAGES, type RichLine } from './document'
import { citationOf } from './fresh-citation'
import { linksOf } from './links'
import { mergeContents } from './merge'
import { parseContent } from './parse'
import { textOfDocument } from './plain-text'
import { mapReferences, referencesOf } from './references'
import { lineSteps, openSteps } from './walk'

const image = (file: number, parts: Partial<Image['attrs']> = {}, ...content: Image['content']): Block => ({
  type: 'image',
  attrs: { id: 'i', file, place: 'plain', ...parts },
  content,
})
const inLine = (file: number): RichLine => [{ type: 'image', attrs: { file } }, text('On the bench')]

test('a picture is a step of a reader, before what its caption names', () => {
  const citing = { type: 'citation' as const, attrs: citationOf(5) }
  expect([...openSteps([image(31, {}, text('Said '), citing)])]).toMatchObject([
    { kind: 'picture', file: 31 },
    { kind: 'citation' },
  ])
  expect([...lineSteps(inLine(32))]).toEqual([{ kind: 'picture', file: 32 }])
})

test('it is linked to as shown, must be a file, and takes another id', () => {
  const content = page({ body: [image(31)], infobox: { image: inLine(32) } })
  expect(linksOf(pageKind, content)).toEqual([
    { kind: 'embeds', to: 32 },
    { kind: 'embeds', to: 31 },
  ])
  expect(referencesOf(pageKind, content)).toEqual([
    { to: 32, expects: 'file' },
    { to: 31, expects: 'file' },
  ])
  const mapped = mapReferences(pageKind, content, (id) => id + 100)
  expect([...openSteps(mapped.body.content), ...lineSteps(mapped.infobox.image ?? [])]).toEqual([
    { kind: 'picture', file: 131 },
    { kind: 'picture', file: 132 },
  ])
})

test('search finds its caption, and a difference names it', () => {
  expect(textOfDocument({ content: [image(31, {}, text('Two boys'))] })).toBe('Two boys')
  const labels = {
    ...noLabels,
    entries: new Map([
      [31, 'A bench'],
      [32, 'A boat'],
    ]),
  }
  const changed = (before: Block, after: Block) =>
    diffContents(pageKind, page({ body: [before] }), page({ body: [after] }), labels).fields[0]?.rows[0]
  expect(changed(image(31), image(32))).toMatchObject({
    before: [{ text: '[picture: A bench]', mark: 'removed' }],
    after: [{ text: '[picture: A boat]', mark: 'added' }],
  })
  expect(changed(image(31), image(31, { place: 'left' }))).toMatchObject({
    notes: ['was a picture in the text, is now a picture on the left'],
  })
})

test('two edits of one picture meet; of two pictures they merge', () => {
  const both = (one: Block, other: Block) =>
    page({ body: [one, { ...other, attrs: { ...other.attrs, id: 'j' } } as Block] })
  const base = both(image(31), image(32))
  const theirs = both(image(33), image(32))
  expect(mergeContents(pageKind, base, theirs, both(image(31), image(34)))).toEqual({
    ok: true,
    content: both(image(33), image(34)),
  })
  expect(mergeContents(pageKind, base, theirs, both(image(35), image(32)))).toMatchObject({
    ok: false,
    conflicts: [{ field: 'body', blockId: 'i' }],
  })
})

test('a text holds a hundred pictures, and refuses the next at its place', () => {
  const pictures = (count: number) =>
    page({ body: Array.from({ length: count }, (_, at) => image(31, { id: `i${at}` })) })
  expect(parseContent(pageKind, pictures(MOST_IMAGES))).toMatchObject({ ok: true })
  expect(parseContent(pageKind, pictures(MOST_IMAGES + 5))).toMatchObject({
    ok: false,
    fields: { body: message('errors.content.tooManyImages', MOST_IMAGES) },
    places: [{ path: ['body', 'content', MOST_IMAGES] }],
  })
})

test('a picture stands in no list, table or passage, and nowhere but in four places', () => {
  const inside = { type: 'blockquote', attrs: { id: 'q' }, content: [image(31)] } as unknown as Block
  const elsewhere = image(31, { place: 'center' as 'left' })
  for (const block of [inside, elsewhere])
    expect(parseContent(pageKind, page({ body: [paragraph('a', 'One'), block] }))).toMatchObject({
      ok: false,
    })
})
