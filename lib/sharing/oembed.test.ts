import { expect, test } from 'vitest'
import { openTestWiki } from '@/lib/changesets/testing'
import { loadFact } from '@/lib/facts/loaders'
import { framedPolicy } from '@/lib/gateway/http/policy-headers'
import { parseXml, textsIn } from '@/lib/text/testing-xml'
import { embeddedFact } from './embed'
import { oembedOf, oembedXml } from './oembed'
import { makeSharedWorld } from './testing'

const { owner } = await openTestWiki('owner')
await makeSharedWorld(owner)

const ORIGIN = 'https://wiki.example'
const asked = (url: string, rest: object = {}) => oembedOf({ url, ...rest }, 'The <Wiki>', ORIGIN)

test('a fact is a card in a frame, as large as it may be, in JSON and in XML', async () => {
  const answer = await asked(`${ORIGIN}/facts/1?utm_source=x#top`)
  expect(answer).toMatchObject({
    ...{ type: 'rich', version: '1.0', title: 'I was <there> & “saw” it.', provider_name: 'The <Wiki>' },
    ...{ provider_url: `${ORIGIN}/`, width: 550, thumbnail_url: `${ORIGIN}/share/fact-1.png` },
  })
  expect(parseXml(`<p>${answer?.html}</p>`).children[0]).toMatchObject({
    name: 'iframe',
    attributes: {
      src: `${ORIGIN}/embed/facts/1`,
      width: '550',
      height: String(answer?.height),
      title: 'Fact 1',
    },
  })
  expect(await asked(`${ORIGIN}/facts/1`, { maxwidth: '300', maxheight: '90' })).toMatchObject({
    width: 300,
    height: 90,
  })
  expect(await asked(`${ORIGIN}/facts/1`, { maxwidth: '-1', maxheight: 'x' })).toEqual(answer)
  const xml = parseXml(oembedXml(answer ?? {}))
  expect(xml.name).toBe('oembed')
  for (const [name, value] of Object.entries(answer ?? {}))
    expect(textsIn(xml, name)).toEqual([String(value)])
})

test('anything else is a link, under whatever spelling of its address', async () => {
  for (const path of ['/wiki/The_Show_(TV_series)', '/wiki/the%20show%20(TV%20series)'])
    expect(await asked(ORIGIN + path)).toMatchObject({ type: 'link', title: 'The Show (TV series)' })
  expect(await asked(`${ORIGIN}/sources/2`)).toMatchObject({
    type: 'link',
    title: 'A talk that says otherwise',
  })
})

test('other sites, other addresses, and what not everybody may read are nothing', async () => {
  const paths = [
    '/facts/3',
    '/facts/4',
    '/facts/5',
    '/facts/99',
    '/facts/1/history',
    '/',
    '/wiki/Nobody',
    '/wiki/%E0',
    '/facts',
  ]
  const others = ['https://elsewhere.example/facts/1', 'ftp://wiki.example/facts/1', 'facts/1', '', 'http://']
  for (const url of [...paths.map((path) => ORIGIN + path), ...others])
    expect(await asked(url), url).toBeNull()
  expect(await oembedOf({}, 'W', ORIGIN)).toBeNull()
})

test('the card is plain: its words escaped, its sheet allowed by its hash, and no script', async () => {
  const fact = await loadFact('1')
  if (!fact || fact.isClosed) throw new Error('the fact is not there')
  const html = embeddedFact(fact, 'The <Wiki>', ORIGIN)
  expect(html).toContain('I was &lt;there&gt; &amp; “saw” it.')
  expect(html).toContain('From The &lt;Wiki&gt;')
  expect(html).not.toMatch(/<script|\son\w+=|style=/)
  const policy = framedPolicy(html)
  expect(policy).toMatch(/style-src 'sha256-[\w+/]{43}='; .*frame-ancestors \*$/)
  expect(policy).not.toContain('unsafe')
})
