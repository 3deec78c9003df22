import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pageKind } from '@/lib/kinds/page'
import { page, pages, paragraph, text } from '@/lib/kinds/samples'
import { normalizeContent } from './normalize'
import type { BlockIds } from './normalize-blocks'

const numbered: BlockIds = (_block, place, attempt) => `new-${place}-${attempt}`
const bodyOf = (
  ...blocks: Parameters<typeof page>[0] extends { body?: infer B } | undefined ? NonNullable<B> : never
) => normalizeContent(pageKind, page({ body: blocks }), numbered).body.content

test('a block without an id gets one, a doubled id stays with the first', () => {
  const ids = bodyOf(paragraph('a', '1'), paragraph(null, '2'), paragraph('a', '3'), paragraph('b', '4'))
  expect(ids.map((block) => block.attrs.id)).toEqual(['a', 'new-1-0', 'new-2-0', 'b'])
})

test('a made id never takes the id of a later block', () => {
  const ids = bodyOf(paragraph(null, '1'), paragraph('new-0-0', '2'))
  expect(ids.map((block) => block.attrs.id)).toEqual(['new-0-1', 'new-0-0'])
})

test('lead and body of a page share no id', () => {
  const lead = { type: 'doc' as const, content: [paragraph('a', 'lead')] }
  const normal = normalizeContent(pageKind, page({ lead, body: [paragraph('a', 'body')] }), numbered)
  expect([normal.lead.content[0]?.attrs.id, normal.body.content[0]?.attrs.id]).toEqual(['a', 'new-0-0'])
})

test('nested blocks have no ids', () => {
  const [quote] = bodyOf({ type: 'blockquote', attrs: { id: 'q' }, content: [paragraph('inside', 'a')] })
  expect(quote).toMatchObject({ attrs: { id: 'q' }, content: [{ attrs: { id: null } }] })
})

test('the same words typed in pieces are the same JSON', () => {
  const pieces = paragraph(
    'a',
    text('a', { type: 'italic' }, { type: 'bold' }),
    text('b', { type: 'bold' }, { type: 'italic' }),
    text('c'),
  )
  const whole = paragraph('a', text('ab', { type: 'bold' }, { type: 'italic' }), text('c'))
  expect(bodyOf(pieces)).toEqual([whole])
})

test('empty paragraphs at the end go, those between stay', () => {
  expect(bodyOf(paragraph('a'), paragraph('b', 'x'), paragraph('c'), paragraph('d'))).toEqual([
    paragraph('a'),
    paragraph('b', 'x'),
  ])
})

test('an infobox value without words is gone', () => {
  const normal = normalizeContent(pageKind, page({ infobox: { born: [text(' ')], plays: [text('Nick')] } }))
  expect(normal.infobox).toEqual({ plays: [text('Nick')] })
})

test('2,000 equal paragraphs get 2,000 ids, the same ones each time', () => {
  const copies = page({ body: Array.from({ length: 2000 }, () => paragraph(null, 'leaf')) })
  const once = normalizeContent(pageKind, copies)
  expect(new Set(once.body.content.map((block) => block.attrs.id)).size).toBe(2000)
  expect(normalizeContent(pageKind, copies)).toEqual(once)
})

test('normalizing again changes nothing', () => {
  fc.assert(fc.property(pages, (one) => void expect(normalizeContent(pageKind, one)).toEqual(one)))
})
