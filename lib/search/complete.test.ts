import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import { factContent, makeAccount, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { parseXml } from '@/lib/text/testing-xml'
import { completionsFor } from './complete'
import { openSearchDescription, openSearchSuggestions } from './open-search'

await openTestWiki()

beforeAll(async () => {
  const owner = await makeAccount('owner')
  const kit = await publishNew(owner, 'page', pageContent('Kit Connör'))
  await publishNew(owner, 'page', pageContent('販売店ガイド'))
  await publishNew(owner, 'fact', factContent('The filming took two days.', [kit], { speaker: kit }))
  const season = await publishNew(owner, 'page', pageContent('Season three'))
  await publishNew(
    owner,
    'fact',
    factContent('A canary while filming.', [kit], { gate: { kind: 'place', page: season } }),
  )
  const gone = await publishNew(owner, 'page', pageContent('Kit’s secret'))
  await changeRows(`update entry set deleted_at = now() where id = ${gone}`)
})

const labels = async (q: string) => {
  const { pages, facts, speakers } = await completionsFor(q)
  return [pages, facts, speakers].map((all) => all.map(({ label }) => label))
}

describe('while somebody types', () => {
  test.each(['Kit C', 'kit connor', 'kit conor', 'KİT', 'ki\u00adt', 'connör'])(
    '%s: the page, and what they said',
    async (q) => {
      expect(await labels(q)).toEqual([['Kit Connör'], [], ['Kit Connör']])
    },
  )

  test('facts by the beginning of a word, with how sure they are; nothing that is closed or gone', async () => {
    expect(await completionsFor('film')).toEqual({
      pages: [],
      speakers: [],
      facts: [
        {
          label: 'The filming took two days.',
          path: '/facts/1',
          badge: { look: 'unsure', word: 'No source yet' },
        },
      ],
    })
    expect(await labels('canary')).toEqual([[], [], []])
    expect(await labels('secret')).toEqual([[], [], []])
  })

  test('two letters in the middle of a title without spaces', async () => {
    expect((await labels('売店'))[0]).toEqual(['販売店ガイド'])
  })

  test.each(['', '  ', '"', "'); --", '%', '\u202e', '😀', 'x'.repeat(10_000), null])(
    '%j: nothing, and no error',
    async (q) => {
      expect(await completionsFor(q)).toEqual({ pages: [], facts: [], speakers: [] })
    },
  )
})

describe('OpenSearch', () => {
  const origin = 'https://wiki.example'
  const name = 'Kit & <Nick> “Heartstopper” wiki'

  test('the description is well-formed, and keeps what the standard says of lengths and templates', () => {
    const root = parseXml(openSearchDescription({ name, origin }))
    expect([root.name, root.uri]).toEqual(['OpenSearchDescription', 'http://a9.com/-/spec/opensearch/1.1/'])
    const text = (of: string) => root.children.find((child) => child.name === of)?.text ?? ''
    expect(text('ShortName')).toBe('Kit & <Nick>')
    expect(text('LongName')).toBe(name)
    expect(text('Description').length).toBeLessThanOrEqual(1024)
    const urls = root.children.filter((child) => child.name === 'Url').map(({ attributes }) => attributes)
    expect(urls.map(({ type, template }) => [type, template])).toEqual([
      ['text/html', `${origin}/search?q={searchTerms}`],
      ['application/x-suggestions+json', `${origin}/opensearch/suggestions?q={searchTerms}`],
      ['application/opensearchdescription+xml', `${origin}/opensearch.xml`],
    ])
  })

  test('suggestions are four lists of one length', async () => {
    const answer = openSearchSuggestions('kit', origin, await completionsFor('kit'))
    expect(answer).toEqual(['kit', ['Kit Connör'], ['topic'], [`${origin}/wiki/Kit_Conn%C3%B6r`]])
  })
})
