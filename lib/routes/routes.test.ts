import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classify } from '@/lib/gateway/http/classify'
import { paths, routes } from '@/lib/routes'
import { titleInAddress, titleSchema } from '@/lib/titles/title'
import { routeAt } from './at-path'
import type { Route } from './row'

const rows: [string, Route][] = Object.entries(routes)

const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((one) => one.isWellFormed() && !/[/\\\p{Cc}]|^\.{1,2}$|\.rsc$/u.test(one))
const title = fc
  .oneof(
    fc.constantFrom(
      '%41',
      '100 %',
      'A/B?',
      'a;b',
      'A & B',
      '👩‍👩‍👧',
      'שלום',
      'Ἀ.html',
      'x=1#y',
      '.. /a',
      'page.RS',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  )
  .map((typed) => titleSchema.safeParse(typed).data)
  .filter((one) => one !== undefined)
const number = fc.integer({ min: 1, max: 999_999_999 })
const value = fc.oneof(number, text.map((one) => one.trim()).filter(Boolean))

/** What can stand in a bracket. A receipt is no word that another route has. */
const wordFor = (part: string) =>
  ({
    '...title': title,
    '...file': title,
    block: text,
    citation: text,
    feed: text,
    image: text,
    kind: text,
    name: text,
    part: text,
    receipt: text.map((one) => `R-${one}`),
    size: text,
    ticket: text,
    token: text,
  })[part] ?? number

const bracketsOf = ({ pattern }: Route) => [...pattern.matchAll(/\[([^\]]+)\]/g)].map(([, part = '']) => part)

/** Spaces of a title are underscores in its address. */
const decoded = (part: string | undefined, word: string) =>
  part?.startsWith('...') ? titleInAddress(word) : decodeURIComponent(word)

describe.each(rows)('%s', (name, route) => {
  const brackets = bracketsOf(route)
  const build = paths[name as keyof typeof paths] as (...given: unknown[]) => string

  test('every address that is built is classified as its own row says, and says what it was built from', () => {
    const asked = fc.record(Object.fromEntries(route.query.map((one) => [one, value])), { requiredKeys: [] })
    fc.assert(
      fc.property(fc.tuple(...brackets.map(wordFor)), asked, (words, query) => {
        const address = build(...words, query)
        const read = classify(address)
        expect(read.kind).toBe(route.reading)
        const target = 'target' in read ? read.target : ''
        const at = routeAt(target)
        expect(at?.route).toBe(route)
        expect(address.split('?')[0]).toBe(target.split('?')[0])
        expect(at?.words.map((word, place) => decoded(brackets[place], word))).toEqual(words.map(String))
        const known = Object.fromEntries(new URL(target, 'http://wiki.example').searchParams)
        expect(known).toEqual(Object.fromEntries(Object.entries(query).map(([one, of]) => [one, String(of)])))
        if (route.reading === 'shared') expect(classify(target)).toEqual(read)
      }),
    )
  })

  test('a shared one names its parameters in order, since it is remembered under them', () => {
    if (route.reading === 'shared') expect(route.query).toEqual(route.query.toSorted())
  })
})

test('an address asks what it is given, and nothing for what is null', () => {
  expect(paths.home()).toBe('/')
  expect(paths.page('A/B?')).toBe('/wiki/A/B%3F')
  expect(paths.factHistory(17)).toBe('/facts/17/history')
  expect(paths.factHistory(17, { before: 3 })).toBe('/facts/17/history?before=3')
  expect(paths.facts({ standing: 'disputed', after: null })).toBe('/facts?standing=disputed')
  expect(paths.facts({ standing: 'disputed', after: 10 })).toBe('/facts?after=10&standing=disputed')
  expect(paths.signIn({ next: '/new/fact?about=A & B' })).toBe(
    '/sign-in?next=%2Fnew%2Ffact%3Fabout%3DA%20%26%20B',
  )
  expect(paths.log({ of: 'account:1' })).toBe('/log?of=account:1')
  expect(paths.diff(null, 4)).toBe('/diff/0/4')
})

test('what no row fits has none', () => {
  for (const path of ['/wiki', '/Wiki/A', '/facts/1/2', '/diff/3', '/_next/static', '/anything'])
    expect(routeAt(path)).toBeNull()
  expect(routeAt('/report/status?receipt=1')?.route).toBe(routes.reportStatus)
})
