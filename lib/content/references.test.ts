import fc from 'fast-check'
import { expect, test } from 'vitest'
import { factKind } from '@/lib/kinds/fact'
import { pageKind } from '@/lib/kinds/page'
import { fact, page, pages, paragraph, source, text } from '@/lib/kinds/samples'
import { sourceKind } from '@/lib/kinds/source'
import { citationOf } from './fresh-citation'
import { linksOf, mapReferences, referencesOf } from './references'

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
    { kind: 'mentions', to: 4 },
    { kind: 'embeds', to: 70 },
    { kind: 'embeds', to: 71 },
    { kind: 'category', to: 5 },
    { kind: 'mentions', to: 6 },
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
