import { expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import { openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { makeSharedWorld } from '@/lib/sharing/testing'
import { parseXml, textsIn } from '@/lib/text/testing-xml'
import { sitemapIndex, sitemapPart } from './sitemap'

const { owner } = await openTestWiki('owner')

const ORIGIN = 'https://wiki.example'

/** The addresses of an index or a part, each with its last change. */
function listed(xml: string | null): [string, string][] {
  const root = parseXml(xml ?? '')
  expect(root.uri).toBe('http://www.sitemaps.org/schemas/sitemap/0.9')
  return root.children.map((entry) => {
    expect(entry.name).toBe(root.name === 'urlset' ? 'url' : 'sitemap')
    expect(entry.children.map(({ name }) => name)).toEqual(['loc', 'lastmod'])
    return [textsIn(entry, 'loc')[0] ?? '', textsIn(entry, 'lastmod')[0] ?? '']
  })
}

test('the sitemap names in parts what everybody may read, with its last change, and nothing else', async () => {
  await makeSharedWorld(owner)
  await publishNew(owner, 'page', pageContent('It says too little', { first: 'A few words.' }))
  await changeRows(
    `update entry set changed_at = '2026-02-03T04:05:06.789Z' where kind = 'source' and number = 2`,
  )
  await changeRows(
    `update entry set changed_at = '2025-01-01T00:00:00Z' where kind = 'source' and number = 1`,
  )
  const index = listed(await sitemapIndex(ORIGIN))
  expect(index.map(([address]) => address)).toEqual([
    'https://wiki.example/sitemaps/page-1.xml',
    'https://wiki.example/sitemaps/fact-1.xml',
    'https://wiki.example/sitemaps/source-1.xml',
  ])
  expect(index[2]?.[1]).toBe('2026-02-03T04:05:06.789Z')

  const addressesIn = async (part: string) =>
    listed(await sitemapPart(part, ORIGIN)).map(([address]) => address)
  expect(await addressesIn('page-1.xml')).toEqual([
    'https://wiki.example/wiki/Kit_&_%3CConnor%3E_%E2%80%9Csaid%E2%80%9D',
    'https://wiki.example/wiki/The_Show_(TV_series)',
  ])
  expect(await addressesIn('fact-1.xml')).toEqual([
    'https://wiki.example/facts/1',
    'https://wiki.example/facts/2',
  ])
  expect(listed(await sitemapPart('source-1.xml', ORIGIN))).toEqual([
    ['https://wiki.example/sources/1', '2025-01-01T00:00:00.000Z'],
    ['https://wiki.example/sources/2', '2026-02-03T04:05:06.789Z'],
  ])
  for (const name of ['page-2.xml', 'file-1.xml', 'page-0.xml', 'pages-1.xml', 'page-1', 'x'])
    expect(await sitemapPart(name, ORIGIN), name).toBeNull()
})
