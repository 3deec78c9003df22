import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { APIRequestContext } from '@playwright/test'
import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import sharp from 'sharp'
import { parseXml, textsIn } from '@/lib/text/testing-xml'
import { expect, test } from './support/story'

const attributeOf = (tag: string, name: string) =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? ''

/** What the head of a page says in its tags of a name: the value of another attribute of each. */
async function headOf(request: APIRequestContext, path: string) {
  const html = await (await request.get(path)).text()
  const head = html.slice(0, html.indexOf('</head>'))
  const tags = (name: 'link' | 'meta') =>
    [...head.matchAll(new RegExp(`<${name}\\b[^>]*>`, 'g'))].map(([tag]) => tag)
  const [data] = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(
    ([, json]) => json,
  )
  return {
    meta: (property: string) =>
      attributeOf(tags('meta').find((tag) => tag.includes(`="${property}"`)) ?? '', 'content'),
    links: (type: string) =>
      tags('link')
        .filter((tag) => attributeOf(tag, 'type') === type)
        .map((tag) => attributeOf(tag, 'href')),
    data: JSON.parse(data ?? '{}')['@graph'] as {
      '@type': string
      '@id': string
      hasPart?: { '@id': string }[]
    }[],
  }
}

const here = (address: string) => address.replace(/^https?:\/\/[^/]+/, '')

test('a link shows a card with a picture, and its page tells programs what it is about and what can be followed', async ({
  request,
}) => {
  const pages = {
    '/': ['WebSite'],
    '/wiki/Heartstopper_(TV_series)': ['WebPage', 'TVSeries', 'BreadcrumbList'],
    '/wiki/Olivia_Colman': ['WebPage', 'Person', 'BreadcrumbList'],
    '/facts/1': ['Claim', 'BreadcrumbList'],
    '/files/1': ['ImageObject', 'BreadcrumbList'],
  }
  for (const [path, types] of Object.entries(pages)) {
    const head = await headOf(request, path)
    expect(head.meta('og:title'), path).not.toBe('')
    expect(head.meta('twitter:card'), path).toBe('summary_large_image')
    const picture = await request.get(here(head.meta('og:image')))
    expect(await sharp(await picture.body()).metadata(), path).toMatchObject({
      ...{
        format: 'png',
        width: Number(head.meta('og:image:width')),
        height: Number(head.meta('og:image:height')),
      },
    })
    expect(
      head.data.map((thing) => thing['@type']),
      path,
    ).toEqual(types)
    for (const { '@id': fact } of head.data[0]?.hasPart?.slice(0, 3) ?? [])
      expect((await headOf(request, here(fact))).data[0], fact).toMatchObject({
        '@type': 'Claim',
        '@id': fact,
      })
  }

  const named = [
    '/',
    '/wiki/Olivia_Colman',
    '/facts/1',
    '/sources/1',
    '/wiki/Joe_Locke',
    '/speakers/Joe_Locke',
  ]
  const feeds = await Promise.all(
    named.map(async (path) => {
      const { links } = await headOf(request, path)
      return [links('application/atom+xml'), links('application/feed+json')] as const
    }),
  )
  expect(feeds.map(([atom]) => atom.length)).toEqual([4, 1, 1, 1, 2, 1])
  for (const [atom, json] of feeds) {
    for (const [at, path] of atom.entries()) {
      const answer = await request.get(path)
      const inAtom = parseAtomFeed(await answer.text())
      const inJson = parseJsonFeed(await (await request.get(json[at] ?? '')).text())
      expect(
        inAtom.entries?.map(({ id }) => id),
        path,
      ).toEqual(inJson.items?.map(({ id }) => id))
      const same = await request.get(path, { headers: { 'if-none-match': answer.headers().etag ?? '' } })
      expect(same.status(), path).toBe(304)
      const odd = { accept: 'nonsense;q=9, /', 'if-none-match': '"', 'accept-encoding': 'x-nothing' }
      expect((await request.get(path, { headers: odd })).status(), path).toBe(200)
    }
  }
  for (const [path, type] of Object.entries({
    '/feeds/fact-987654.atom': 'application/xml',
    '/feeds/nothing.json': 'application/json',
    '/sitemaps/page-99.xml': 'application/xml',
    '/share/fact-987654.png': 'text/plain; charset=utf-8',
    '/oembed?url=https://elsewhere.example/facts/1&format=xml': 'application/xml',
  })) {
    const answer = await request.get(path)
    expect([answer.status(), answer.headers()['content-type']], path).toEqual([404, type])
  }
  expect((await request.get('/oembed?url=/facts/1&format=yaml')).status()).toBe(501)
})

test('robots lead to a sitemap, and everything in it may be listed', async ({ request }) => {
  const [, index = ''] = /^Sitemap: (.*)$/m.exec(await (await request.get('/robots.txt')).text()) ?? []
  const locations = async (address: string) =>
    parseXml(await (await request.get(here(address))).text()).children.flatMap((entry) =>
      textsIn(entry, 'loc'),
    )
  const parts = await locations(index)
  expect(parts.length).toBeGreaterThanOrEqual(4)
  const all = (await Promise.all(parts.map(locations))).flat()
  expect(all.length).toBeGreaterThan(100)
  for (const address of all.filter((_, at) => at % 15 === 0)) {
    const answer = await request.get(here(address))
    expect(answer.status(), address).toBe(200)
    expect(await answer.text(), address).not.toMatch(/<meta name="robots" content="noindex/)
  }
})

test('another site finds a fact’s card by its address and shows it in a frame', async ({
  page,
  request,
  baseURL,
}) => {
  const { links } = await headOf(request, '/facts/1')
  const found = await (await request.get(links('application/json+oembed')[0] ?? '')).json()
  expect(found).toMatchObject({ type: 'rich', version: '1.0' })
  expect((await request.get('/facts/1')).headers()['x-frame-options']).toBe('DENY')
  expect((await request.get('/embed/facts/1')).headers()['x-frame-options']).toBeUndefined()
  const body = `<!doctype html><title>Elsewhere</title>${found.html}`
  const elsewhere = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(body))
  await new Promise<void>((resolve) => elsewhere.listen(0, resolve))
  await page.goto(`http://localhost:${(elsewhere.address() as AddressInfo).port}/`)
  const card = page.frameLocator('iframe')
  await expect(card.getByRole('blockquote')).toHaveText(found.title)
  await expect(card.getByRole('link', { name: /^Fact 1: / })).toHaveAttribute('href', `${baseURL}/facts/1`)
  expect(
    await card.locator('body').evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
  ).toBe(0)
  elsewhere.close()
})

test('without scripts, a reader opens “Cite this” by keyboard and takes a file for a bibliography', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false })
  const page = await context.newPage()
  for (const [path, key] of Object.entries({
    '/wiki/Olivia_Colman': 'page-',
    '/facts/1': 'fact-1',
    '/sources/1': 'source-1',
  })) {
    await page.goto(path)
    const summary = page.locator('summary', { hasText: 'Cite this' })
    await summary.focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('.cite').getByRole('link', { name: /\/revisions\/\d+$/ })).toBeVisible()
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'BibTeX' }).click()
    const download = await downloading
    expect(download.suggestedFilename(), path).toMatch(new RegExp(`^${key}\\d*\\.bib$`))
  }
  await context.close()
})
