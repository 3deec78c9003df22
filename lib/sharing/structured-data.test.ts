import jsonld from 'jsonld'
import { expect, test, vi } from 'vitest'
import { factContent, openTestWiki, pageContent, publishNew, sourceContent } from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { loadFact } from '@/lib/facts/loaders'
import { loadAtTitle } from '@/lib/pages/loaders'
import { subjectTypeOf } from '@/lib/pages/subject'
import { loadSource } from '@/lib/sources/loaders'
import { loadSite } from '@/lib/wiki/site'
import { factData } from './json-ld/fact'
import { pageData } from './json-ld/page'
import { sourceData } from './json-ld/source'
import { wikiData } from './json-ld/wiki'
import { CANARY, makeSharedWorld } from './testing'

const { owner } = await openTestWiki('owner')
await makeSharedWorld(owner)

const SCHEMA = 'https://schema.org/'
const HERE = 'https://wiki.example/somewhere'

/** What a reader of JSON-LD 1.1 finds: every thing that has a name, by its address. */
async function things(
  data: object,
): Promise<Record<string, Record<string, unknown[]> & { '@type': string[] }>> {
  const context = { '@context': { '@vocab': SCHEMA } }
  const documentLoader = async (url: string) => ({
    contextUrl: undefined,
    documentUrl: url,
    document: context,
  })
  const nodes = await jsonld.flatten(JSON.parse(JSON.stringify(data)), undefined, {
    base: HERE,
    documentLoader,
  })
  return Object.fromEntries(
    (nodes as unknown as { '@id': string }[]).map((node) => [node['@id'], node]),
  ) as never
}

const namesIn = (of: unknown[] | undefined) =>
  (of as { '@id'?: string; '@value'?: string }[] | undefined)?.map((one) => one['@id'] ?? one['@value'])

test.each([
  ['', 'paths, as without an origin'],
  ['https://wiki.example', 'whole addresses'],
])('a page names its facts, and a fact its sources, by %s%s', async (origin) => {
  vi.stubEnv('LORELEAF_ORIGIN', origin)
  const at = await loadAtTitle('Kit_&_<Connor>_“said”'.replace('<', '%3C').replace('>', '%3E'))
  const [fact, source] = [await loadFact('2'), await loadSource('1')]
  if (at.state !== 'found' || !fact || fact.isClosed || !source) throw new Error('the world is not there')
  const all = [pageData(at.page), factData(fact), sourceData(source), wikiData(await loadSite())]
  expect(JSON.stringify(all)).not.toContain(CANARY)
  const [ofPage, ofFact, ofSource, ofWiki] = await Promise.all(all.map(things))

  const page = 'https://wiki.example/wiki/Kit_&_%3CConnor%3E_%E2%80%9Csaid%E2%80%9D'
  const [first, second] = ['https://wiki.example/facts/1', 'https://wiki.example/facts/2']
  expect(ofPage?.[page]).toMatchObject({ '@type': [`${SCHEMA}WebPage`] })
  expect(namesIn(ofPage?.[page]?.[`${SCHEMA}hasPart`])).toEqual([first, second])
  expect(namesIn(ofPage?.[page]?.[`${SCHEMA}mainEntity`])).toEqual([`${page}#subject`])
  expect(ofPage?.[`${page}#subject`]?.['@type']).toEqual([`${SCHEMA}Person`])
  expect(ofPage?.[first]?.['@type']).toEqual([`${SCHEMA}Claim`])

  const [talk, other] = ['https://wiki.example/sources/1', 'https://wiki.example/sources/2']
  expect(ofFact?.[second]).toMatchObject({ '@type': [`${SCHEMA}Claim`] })
  expect(namesIn(ofFact?.[second]?.[`${SCHEMA}text`])).toEqual(['It was filmed in May.'])
  expect(namesIn(ofFact?.[second]?.[`${SCHEMA}appearance`])).toEqual([talk])
  expect(namesIn(ofFact?.[second]?.[`${SCHEMA}citation`])).toEqual([talk, other])
  expect(namesIn(ofFact?.[second]?.[`${SCHEMA}about`])?.[0]).toBe(`${page}#subject`)

  expect(ofSource?.[talk]).toMatchObject({ '@type': [`${SCHEMA}NewsArticle`] })
  expect(namesIn(ofSource?.[talk]?.[`${SCHEMA}datePublished`])).toEqual(['2022-04'])
  const site = ofWiki?.['https://wiki.example/#wiki']
  expect(site?.['@type']).toEqual([`${SCHEMA}WebSite`])
  const [target] = Object.values(ofWiki ?? {}).flatMap(
    (thing) => namesIn(thing[`${SCHEMA}urlTemplate`]) ?? [],
  )
  expect(target).toBe(`${origin}/search?q={search_term_string}`)
  vi.unstubAllEnvs()
})

test.each([
  ['A page (2022 TV series)', {}, { '': 'CreativeWork', 'TV series': 'TVSeries' }, 'TVSeries'],
  ['A page', {}, { '': 'CreativeWork', 'TV series': 'TVSeries' }, 'CreativeWork'],
  ['A page (TV series) that goes on', {}, { 'TV series': 'TVSeries' }, 'Thing'],
  ['Somebody', { isPerson: true }, {}, 'Person'],
  ['A season', { hasOrdinal: true }, {}, 'CreativeWork'],
  ['A category', { isCategory: true }, { '': 'Thing' }, null],
])('%s with %o and %o is about a %s', (title, rest, schemaTypes, type) => {
  const kind = { key: 'k', name: 'K', plural: 'Ks', position: 0, placeLabel: null, partsLabel: null }
  const flags = { isPerson: false, hasOrdinal: false, isCategory: false, releasedBy: null }
  expect(subjectTypeOf({ ...kind, ...flags, ...rest, schemaTypes }, pageContent(title))).toBe(type)
})

test('a page names the sources of its own words; those of its facts are told with each of them', async () => {
  const [own, ofFact] = [
    await publishNew(owner, 'source', sourceContent('What the text cites')),
    await publishNew(owner, 'source', sourceContent('What the fact cites')),
  ]
  const words = { type: 'text' as const, text: 'It rains.' }
  const mark = { type: 'citation' as const, attrs: citationOf(own) }
  const block = { type: 'paragraph' as const, attrs: { id: 'p' }, content: [words, mark] }
  const content = pageContent('Rain', {}, { body: { type: 'doc', content: [block] } })
  const page = await publishNew(owner, 'page', content)
  await publishNew(owner, 'fact', factContent('It rains.', [page], { citations: [citationOf(ofFact)] }))
  const at = await loadAtTitle('Rain' as never)
  if (at.state !== 'found') throw new Error('the page is not there')
  expect(at.page.references.list.map(({ source }) => source)).toEqual([own, ofFact])
  const [document] = pageData(at.page)['@graph'] as unknown as { citation: object[] }[]
  expect(document?.citation).toEqual([expect.objectContaining({ '@id': at.page.records.get(own)?.path })])
})
