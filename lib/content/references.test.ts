import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factKind } from '@/lib/kinds/fact'
import { pageKind } from '@/lib/kinds/page'
import { fact, page, pages, paragraph, source, text } from '@/lib/kinds/samples'
import { sourceKind } from '@/lib/kinds/source'
import type { InlineNode } from './document'
import { citationOf } from './fresh-citation'
import type { Gate } from './gate'
import { linksOf } from './links'
import { mapReferences, referencesOf } from './references'

const linked = (to: number) => text('words', { type: 'wikiLink', attrs: { page: to, title: null } })

const full = page({
  lead: { type: 'doc', content: [paragraph('l', linked(1), { type: 'citation', attrs: citationOf(50) })] },
  infobox: { plays: [linked(2)] },
  body: [
    {
      type: 'spoiler',
      attrs: { id: 's', gate: { kind: 'place', page: 3 } },
      content: [
        {
          type: 'bulletList',
          attrs: { id: null },
          content: [{ type: 'listItem', content: [paragraph(null, linked(4), linked(1))] }],
        },
      ],
    },
    { type: 'factList', attrs: { id: 'f', facts: [70, 71] } },
  ],
  categories: [5],
  ordinal: { work: 6, number: 2 },
})

test('a page points at everything it links, cites, shows and belongs to, each once and in order', () => {
  expect(linksOf(pageKind, full)).toEqual([
    { kind: 'mentions', to: 1 },
    { kind: 'cites', to: 50 },
    { kind: 'mentions', to: 2 },
    { kind: 'mentions', to: 3 },
    { kind: 'mentions', to: 4, behind: [3] },
    { kind: 'embeds', to: 70 },
    { kind: 'embeds', to: 71 },
    { kind: 'category', to: 5 },
    { kind: 'mentions', to: 6 },
  ])
})

test('what only closed parts of a page name says behind which places; what an open part names, too, says nothing', () => {
  const closed = (id: string, gate: Gate, ...nodes: InlineNode[]) => ({
    type: 'spoiler' as const,
    attrs: { id, gate },
    content: [paragraph(null, ...nodes)],
  })
  const wanted = text('words', { type: 'wikiLink', attrs: { page: null, title: 'Nobody yet' } })
  const content = page({
    infobox: { plays: [linked(2)], twist: [linked(7), linked(2)], riddle: [linked(8)] },
    gates: { twist: { kind: 'place', page: 4 }, riddle: { kind: 'unknown' } },
    body: [
      closed('a', { kind: 'place', page: 3 }, linked(7), linked(9), wanted),
      closed('b', { kind: 'unknown' }, linked(9)),
      closed('c', { kind: 'none' }, linked(10)),
    ],
  })
  expect(linksOf(pageKind, content).filter((one) => one.behind)).toEqual([
    { kind: 'mentions', to: 7, behind: [3, 4] },
    { kind: 'mentions', to: 8, behind: [0] },
    { kind: 'mentions', to: 9, behind: [0, 3] },
    { kind: 'mentions', to: 'nobody yet', behind: [3] },
  ])
  expect(linksOf(pageKind, content).filter((one) => !one.behind)).toEqual([
    { kind: 'mentions', to: 2 },
    { kind: 'mentions', to: 4 },
    { kind: 'mentions', to: 3 },
    { kind: 'mentions', to: 10 },
  ])
})

test('a fact points first at its main page', () => {
  const claim = fact({ about: [9, 8], speaker: 8, citations: [citationOf(50), citationOf(50)] })
  expect(linksOf(factKind, claim)).toEqual([
    { kind: 'about', to: 9 },
    { kind: 'about', to: 8 },
    { kind: 'mentions', to: 8 },
    { kind: 'cites', to: 50 },
  ])
})

test('each reference says what kind of entry may stand there', () => {
  const repeated = source({ derivedFrom: { kind: 'source', source: 51 } })
  expect(referencesOf(sourceKind, repeated)).toEqual([{ to: 51, expects: 'source' }])
  expect(referencesOf(pageKind, full)).toContainEqual({ to: 70, expects: 'fact' })
})

test('names inside a changeset become the ids of what it made, wherever they stand', () => {
  const before = JSON.parse(JSON.stringify(full).replace(/"(page|work|source)":(\d+)/g, '"$1":-$2'))
  const mapped = mapReferences(pageKind, before, (id) => Math.abs(id))
  expect(mapped).toEqual(full)
})

test('mapping every reference to itself changes nothing', () => {
  fc.assert(fc.property(pages, (one) => void expect(mapReferences(pageKind, one, (id) => id)).toEqual(one)))
})
