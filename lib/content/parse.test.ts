import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factKind } from '@/lib/kinds/fact'
import { pageKind } from '@/lib/kinds/page'
import { contentKinds, kindOf } from '@/lib/kinds/registry'
import { fact, facts, page, pages, paragraph, source, text } from '@/lib/kinds/samples'
import { codes } from '@/lib/messages/codes'
import { sentencesOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { MOST_DEPTH } from './bounds'
import { parseContent } from './parse'

const fieldsOf = (kind: 'page' | 'fact' | 'source', value: unknown) => {
  const parsed = parseContent(kindOf(kind), value)
  return parsed.ok ? 'accepted' : sentencesOf(parsed.fields)
}
const bodyOf = (...content: unknown[]) => ({ ...page(), body: { type: 'doc', content } })

test('valid content is given back, its blocks with ids', () => {
  const parsed = parseContent(pageKind, page({ body: [paragraph(null, 'Once there was a leaf.')] }))
  expect(parsed.ok && parsed.content.body.content[0]?.attrs.id).toMatch(/^[A-Za-z0-9_-]{12}$/)
})

test('whatever is posted, the answer is content or a refusal', () => {
  fc.assert(
    fc.property(fc.constantFrom(...contentKinds), fc.jsonValue(), (kind, value) => {
      expect(typeof parseContent(kindOf(kind), value).ok).toBe('boolean')
    }),
  )
})

test('content with one part replaced by anything is content or a refusal', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(page())), fc.jsonValue(), (field, value) => {
      expect(typeof parseContent(pageKind, { ...page(), [field]: value }).ok).toBe('boolean')
    }),
  )
})

test('what was accepted once is accepted again, unchanged', () => {
  fc.assert(
    fc.property(pages, (one) => void expect(parseContent(pageKind, one)).toEqual({ ok: true, content: one })),
  )
  fc.assert(
    fc.property(facts, (one) => void expect(parseContent(factKind, one)).toEqual({ ok: true, content: one })),
  )
})

test.each([
  ['an empty title', 'page', page({ title: ' ' }), { title: messages().errors.page.title }],
  [
    'a title of 201 graphemes',
    'page',
    page({ title: 'é'.repeat(201) }),
    { title: messages().errors.page.titleTooLong(200) },
  ],
  [
    'thousands of facts in many lists',
    'page',
    bodyOf(
      ...Array.from({ length: 30 }, () => ({
        type: 'factList',
        attrs: { id: null, facts: Array(17).fill(1) },
      })),
    ),
    { body: messages().errors.content.tooManyFacts(510, 500) },
  ],
  [
    'a fact without a statement',
    'fact',
    fact({ statement: [] }),
    { statement: messages().errors.fact.statement },
  ],
  ['a fact about nothing', 'fact', fact({ about: [] }), { about: messages().errors.fact.about }],
  [
    'a URL that is none',
    'source',
    source({ url: 'theargus' }),
    { url: messages().errors.content.webAddress },
  ],
  [
    'a mail address as a source',
    'source',
    source({ url: 'mailto:a@b.c' }),
    { url: messages().errors.content.webAddress },
  ],
  ['a source without a name', 'source', source({ title: null }), { title: messages().errors.source.title }],
  [
    'a day that never was',
    'fact',
    fact({ saidOn: '2022-02-30' }),
    { saidOn: messages().errors.content.noSuchDate },
  ],
] as const)('%s gets a sentence at its field', (_name, kind, value, fields) => {
  expect(fieldsOf(kind, value)).toEqual(fields)
})

test.each([
  [
    'an unknown node',
    { type: 'iframe', attrs: { src: 'x' } },
    messages().errors.content.unknownPart('iframe'),
  ],
  [
    'a table of a billion columns',
    { type: 'tableCell', attrs: { colspan: 1e9 } },
    messages().errors.content.unknownPart('tableCell'),
  ],
  [
    'a billion columns on a paragraph',
    { type: 'paragraph', attrs: { id: null, colspan: 1e9 } },
    messages().errors.content.unknownAttributes('colspan'),
  ],
  [
    'an unknown mark',
    paragraph(null, { type: 'text', text: 'a', marks: [{ type: 'highlight' }] } as never),
    messages().errors.content.unknownPart('highlight'),
  ],
  ['U+0000', paragraph(null, 'a\0b'), messages().errors.content.unstorable],
  ['a lone surrogate', paragraph(null, 'a\ud800'), messages().errors.content.unstorable],
  [
    'bold twice',
    paragraph(null, text('a', { type: 'bold' }, { type: 'bold' })),
    messages().errors.content.marksTwice,
  ],
])('%s in a body gets a sentence', (_name, block, sentence) => {
  expect(fieldsOf('page', bodyOf(block))).toEqual({ body: sentence })
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,<script>',
  'vbscript:x',
  'file:///etc/passwd',
  '//example.org',
  'http://',
])('a link to %s is never stored', (href) => {
  const block = paragraph(null, text('a', { type: 'link', attrs: { href } }))
  expect(fieldsOf('page', bodyOf(block))).toEqual({ body: messages().errors.content.link })
})

test('a nest of 20,000 quotes is refused, built or not', () => {
  let block: unknown = paragraph(null, 'leaf')
  for (let level = 0; level < 20_000; level++)
    block = { type: 'blockquote', attrs: { id: null }, content: [block] }
  expect(parseContent(pageKind, bodyOf(block))).toMatchObject({
    message: codes().errors.content.tooDeep(MOST_DEPTH),
  })
})

test('a key that would reach into the prototype never gets in', () => {
  const infobox = JSON.parse('{"__proto__": [{"type":"text","text":"a"}]}')
  const parsed = parseContent(pageKind, { ...page(), infobox })
  expect(parsed.ok && Reflect.ownKeys(parsed.content.infobox)).toEqual([])
})
