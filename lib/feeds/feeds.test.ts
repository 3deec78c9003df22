import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { beforeAll, expect, test } from 'vitest'
import { openTestWiki } from '@/lib/changesets/testing'
import { CANARY, makeSharedWorld } from '@/lib/sharing/testing'
import { parseXml } from '@/lib/text/testing-xml'
import { atomOf } from './atom'
import { feedCalled } from './called'

const { owner } = await openTestWiki('owner')

const ORIGIN = 'https://wiki.example'

beforeAll(async () => void (await makeSharedWorld(owner)))

const read = async (name: string) => {
  const feed = await feedCalled(name, ORIGIN)
  if (!feed) throw new Error(`there is no feed ${name}`)
  return feed
}

const SAID = 'I was <there> & “saw” it.'
const FILMED = 'It was filmed in May.'

test.each([
  ['recent', 'Recent changes', 'recent', [FILMED, SAID, 'A talk that says otherwise']],
  ['facts', 'New facts', 'facts', [FILMED, SAID]],
  ['disagreeing', 'Facts on which sources disagree', 'facts?standing=disputed', [FILMED]],
  [
    'page-2',
    'The Show (TV series): edits, and what is new about it',
    'wiki/The_Show_(TV_series)',
    [FILMED, SAID, 'The Show (TV series)'],
  ],
  ['fact-1', 'Fact 1: edits, and what is new about it', 'facts/1', [SAID]],
  ['speaker-1', 'Said by Kit & <Connor> “said”', 'wiki/Kit_&_%3CConnor%3E_%E2%80%9Csaid%E2%80%9D', [SAID]],
  [
    'source-2',
    'Source 2: edits, and what is new about it',
    'sources/2',
    [FILMED, 'A talk that says otherwise'],
  ],
])(
  '%s tells the same in both formats, and nothing of what is not for everybody',
  async (name, title, path, told) => {
    const [atom, json] = [await read(`${name}.atom`), await read(`${name}.json`)]
    expect(atom.mediaType).toBe('application/atom+xml')
    expect(json.mediaType).toBe('application/feed+json')
    expect(atom.body + json.body).not.toContain(CANARY)
    expect(parseXml(atom.body).uri).toBe('http://www.w3.org/2005/Atom')

    const inAtom = parseAtomFeed(atom.body)
    const inJson = parseJsonFeed(json.body)
    expect(inAtom.title?.value).toBe(`${title} · Loreleaf`)
    expect(inJson.title).toBe(inAtom.title?.value)
    expect(inAtom.links?.map(({ rel, href }) => [rel, href])).toEqual([
      ['self', `${ORIGIN}/feeds/${name}.atom`],
      ['alternate', `${ORIGIN}/${path}`],
    ])
    expect(inJson).toMatchObject({
      feed_url: `${ORIGIN}/feeds/${name}.json`,
      home_page_url: `${ORIGIN}/${path}`,
    })
    const titles = inAtom.entries?.map((entry) => entry.title?.value) ?? []
    expect(titles.slice(0, told.length)).toEqual(told)
    expect(inJson.items?.map((item) => item.title)).toEqual(titles)
    const ids = inAtom.entries?.map(({ id }) => id) ?? []
    expect(inJson.items?.map(({ id }) => id)).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => id?.startsWith(`${ORIGIN}/`))).toBe(true)
    const times = inAtom.entries?.map(({ updated }) => Date.parse(updated ?? '')) ?? []
    expect(times).toEqual(times.toSorted((a, b) => b - a))
    expect(Date.parse(inAtom.updated ?? '')).toBe(times[0])
    expect((await read(`${name}.atom`)).body).toBe(atom.body)
  },
)

test('a feed of what is closed, deleted, hidden or unknown is not there', async () => {
  const names = ['fact-3', 'fact-4', 'fact-5', 'page-3', 'fact-99', 'file-1', 'page-0', 'page', 'recent-1']
  for (const name of [...names.map((one) => `${one}.atom`), 'recent', 'recent.rss', 'constructor.atom', ''])
    expect(await feedCalled(name, ORIGIN), name).toBeNull()
})

test('what XML cannot hold is left out, and what it can is kept', () => {
  const at = new Date('2026-02-03T04:05:06Z')
  const said = '\u0000\u000b\u001f\ufffe\ud800]]> <b> & "it\'s"\t👩‍👩‍👧 販売店 שלום'
  const item = { id: 'https://a.example/1', url: 'https://a.example/1?a=1&b=2', author: said }
  const times = { publishedAt: at, updatedAt: at }
  const home = { self: 'https://a.example/f', home: 'https://a.example/', wiki: said, language: 'en' }
  const xml = atomOf({ ...home, title: said, items: [{ ...item, ...times, title: said, text: said }] })
  const kept = '\ufffd]]> <b> & "it\'s"\t👩‍👩‍👧 販売店 שלום'
  const entry = parseXml(xml).children.find(({ name }) => name === 'entry')
  expect(entry?.children.map(({ text }) => text)).toEqual([
    ...['https://a.example/1', kept, '2026-02-03T04:05:06.000Z', '2026-02-03T04:05:06.000Z', kept, '', kept],
  ])
  expect(entry?.children.find(({ name }) => name === 'link')?.attributes.href).toBe(
    'https://a.example/1?a=1&b=2',
  )
})
