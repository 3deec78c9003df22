import { getSchema, type JSONContent } from '@tiptap/core'
import { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { type Lead, leadSchema, type RichDocument, type RichLine } from '@/lib/content/document'
import { freshCitation } from '@/lib/content/fresh-citation'
import { parseContent } from '@/lib/content/parse'
import { pageKind } from '@/lib/kinds/page'
import { emptyPage } from '@/lib/kinds/schemas/empty-page'
import { bodyExtensions, leadExtensions, lineExtensions } from './extensions'
import { fromStored, fromStoredLine, toStored, toStoredLine } from './stored'

const body = getSchema(bodyExtensions({ placeholder: '' }))
const lead = getSchema(leadExtensions({ placeholder: '' }))
const line = getSchema(lineExtensions({ placeholder: '' }, true))
const statement = getSchema(lineExtensions({ placeholder: '' }, false))

/** Through the editor's document and back, with its content rules checked. */
function through(schema: typeof body, json: object) {
  const document = ProseMirrorNode.fromJSON(schema, json)
  document.check()
  return document.toJSON()
}

const words = (text: string, ...marks: { type: string; attrs?: object }[]): JSONContent =>
  marks.length ? { type: 'text', text, marks } : { type: 'text', text }
const paragraph = (id: string | null, ...content: object[]) => ({ type: 'paragraph', attrs: { id }, content })
const citation = { type: 'citation', attrs: { source: 7, ...freshCitation, quote: 'nothing but the dog' } }

const everything = {
  type: 'doc',
  content: [
    paragraph(
      'a',
      words('bold', { type: 'bold' }),
      words('both', { type: 'bold' }, { type: 'italic' }),
      words('out', { type: 'link', attrs: { href: 'https://example.org/' } }),
      words('Joe', { type: 'wikiLink', attrs: { page: 3, title: null } }),
      words('nobody', { type: 'wikiLink', attrs: { page: null, title: 'Nobody yet' } }),
      { type: 'hardBreak' },
      citation,
    ),
    { type: 'heading', attrs: { id: 'b', level: 2 }, content: [words('Casting')] },
    { type: 'heading', attrs: { id: 'c', level: 4 }, content: [words('Small')] },
    {
      type: 'bulletList',
      attrs: { id: 'd' },
      content: [
        {
          type: 'listItem',
          content: [
            paragraph(null, words('one')),
            {
              type: 'orderedList',
              attrs: { id: null },
              content: [{ type: 'listItem', content: [paragraph(null, words('nested'))] }],
            },
          ],
        },
      ],
    },
    {
      type: 'table',
      attrs: { id: 't', caption: 'Cast' },
      content: [
        {
          type: 'tableRow',
          content: [
            { type: 'tableHeader', content: [paragraph(null, words('Actor'))] },
            { type: 'tableHeader', content: [paragraph(null, words('Part'))] },
          ],
        },
        {
          type: 'tableRow',
          content: [
            { type: 'tableCell', content: [paragraph(null, words('Kit', { type: 'bold' }), citation)] },
            { type: 'tableCell', content: [paragraph(null), paragraph(null, words('Nick'))] },
          ],
        },
      ],
    },
    { type: 'blockquote', attrs: { id: 'e' }, content: [paragraph(null, words('quoted'))] },
    {
      type: 'blockquote',
      attrs: { id: 'i', by: 'Alice Oseman, in an interview' },
      content: [paragraph(null, words('said'))],
    },
    {
      type: 'spoiler',
      attrs: { id: 'f', gate: { kind: 'place', page: 12 } },
      content: [
        paragraph(null, words('closed')),
        { type: 'blockquote', attrs: { id: null }, content: [paragraph(null, words('said'))] },
      ],
    },
    { type: 'factList', attrs: { id: 'g', facts: [21, 20] } },
    {
      type: 'image',
      attrs: { id: 'h', file: 31, place: 'left' },
      content: [words('The '), words('bench', { type: 'bold' }), citation],
    },
  ],
} as unknown as RichDocument

describe('between the editor and what is stored', () => {
  it('a body with everything that a document may hold comes back as it was', () => {
    expect(toStored(through(body, fromStored(everything)))).toEqual(everything)
  })

  it('the server takes what the editor gives, unchanged', () => {
    const page = {
      ...emptyPage('A page', 'person', 'en'),
      body: toStored(through(body, fromStored(everything))),
    }
    const parsed = parseContent(pageKind, page)
    expect(parsed).toMatchObject({ ok: true })
    expect(parsed.ok && parsed.content.body).toEqual(everything)
  })

  it('a lead with a spoiler comes back as it was', () => {
    const stored = leadSchema.parse({
      type: 'doc',
      content: everything.content.filter((block) => ['paragraph', 'spoiler', 'image'].includes(block.type)),
    }) as Lead
    expect(toStored(through(lead, fromStored(stored)))).toEqual(stored)
  })

  it('an infobox value keeps its picture, links and references', () => {
    const picture = { type: 'image', attrs: { file: 31 } }
    const stored = [
      picture,
      words('Manx '),
      words('actor', { type: 'bold' }),
      citation,
    ] as unknown as RichLine
    expect(toStoredLine(through(line, fromStoredLine(stored)))).toEqual(stored)
  })

  it('a statement has no room for references and pictures', () => {
    expect(statement.nodes.citation).toBeUndefined()
    expect(statement.nodes.image).toBeUndefined()
  })

  it('an empty document gives the editor a paragraph, and stays empty', () => {
    expect(toStored(through(body, fromStored({ type: 'doc', content: [] })))).toEqual({
      type: 'doc',
      content: [],
    })
    expect(toStoredLine(through(line, fromStoredLine([])))).toEqual([])
  })

  it('what nothing stores stays behind: a list’s letters, a link’s target, marks on a reference', () => {
    const stored = toStored({
      type: 'doc',
      content: [
        {
          type: 'orderedList',
          attrs: { id: 'a', start: 3, type: 'a' },
          content: [
            {
              type: 'listItem',
              content: [
                {
                  type: 'paragraph',
                  attrs: { id: null },
                  content: [
                    words('x', { type: 'link', attrs: { href: 'https://a.b/', target: '_blank', rel: 'x' } }),
                    { ...citation, marks: [{ type: 'bold' }] },
                  ],
                },
              ],
            },
          ],
        },
      ],
    })
    expect(parseContent(pageKind, { ...emptyPage('A', 'person', 'en'), body: stored })).toMatchObject({
      ok: true,
    })
  })

  it('the editor knows nothing that the server refuses: no code, no strike, no rule', () => {
    expect(Object.keys(body.nodes).sort()).toEqual([
      'blockquote',
      'bulletList',
      'citation',
      'doc',
      'factList',
      'hardBreak',
      'heading',
      'image',
      'listItem',
      'orderedList',
      'paragraph',
      'spoiler',
      'table',
      'tableCell',
      'tableHeader',
      'tableRow',
      'text',
    ])
    expect(Object.keys(body.marks).sort()).toEqual(['bold', 'italic', 'link', 'wikiLink'])
  })

  it('a heading cannot stand in a list, nor a list of facts in a quotation', () => {
    const heading = { type: 'heading', attrs: { id: null, level: 2 } }
    const inList = { type: 'bulletList', content: [{ type: 'listItem', content: [heading] }] }
    const inQuote = { type: 'blockquote', content: [{ type: 'factList', attrs: { facts: [] } }] }
    expect(() => through(body, { type: 'doc', content: [inList] })).toThrow()
    expect(() => through(body, { type: 'doc', content: [inQuote] })).toThrow()
  })
})
