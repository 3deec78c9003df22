import { describe, expect, test } from 'vitest'
import { parseContent } from '@/lib/content/parse'
import { stored } from '@/lib/kinds/registry'
import { source } from './samples'
import { sourceKind } from './source'
import { nameOfSource } from './source-name'

const { language: _l, doi: _d, isbn: _i, ...first } = source({ url: 'https://example.org/a' })

describe('a source', () => {
  test('of the first version is read as one of today', () => {
    expect(stored('source', { content: first, schemaVersion: 1 })).toEqual(
      source({ url: 'https://example.org/a' }),
    )
    const work = { ...first, derivedFrom: { kind: 'work' } }
    expect(stored('source', { content: work, schemaVersion: 1 }).derivedFrom).toEqual({
      kind: 'work',
      page: null,
    })
    expect(() => stored('source', { content: first, schemaVersion: 7 })).toThrow('unknown version 7')
  })

  test('as a draft of the first version kept it is taken like one of today', () => {
    expect(parseContent(sourceKind, { ...first, derivedFrom: { kind: 'work' } })).toMatchObject({
      ok: true,
      content: { doi: null, derivedFrom: { kind: 'work', page: null } },
    })
  })

  test('needs no more than a link, and goes by where that leads', () => {
    const bare = source({ title: null, url: 'https://www.example.org/a/b' })
    expect(parseContent(sourceKind, bare)).toMatchObject({ ok: true, content: { title: null } })
    expect(nameOfSource(bare)).toBe('Page on example.org')
    expect(parseContent(sourceKind, source({ title: null }))).toMatchObject({
      ok: false,
      fields: { title: {} },
    })
  })

  test('keeps a DOI and an ISBN in one spelling, and says at the field what is none', () => {
    const typed = source({ doi: 'https://doi.org/10.1093/AE/x', isbn: '1-4449-5138-6' })
    expect(parseContent(sourceKind, typed)).toMatchObject({
      content: { doi: '10.1093/ae/x', isbn: '9781444951387' },
    })
    expect(parseContent(sourceKind, source({ doi: 'x', isbn: '9781444951388' }))).toMatchObject({
      ok: false,
      fields: { doi: {}, isbn: {} },
    })
  })
})
