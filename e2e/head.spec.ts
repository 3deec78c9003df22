import { request } from 'node:http'
import { sharedRoutes } from './support/shared-routes'
import { expect, test } from './support/story'

/** An address for each of the routes that are the same for everybody. */
const addresses: Record<string, string> = {
  '/': '/',
  '/wiki/[...title]': '/wiki/Olivia_Colman',
  '/history/[...title]': '/history/Olivia_Colman',
  '/links/[...title]': '/links/Olivia_Colman',
  '/info/[...title]': '/info/Olivia_Colman',
  '/talk/[...title]': '/talk/Olivia_Colman',
  '/threads/[id]': '/threads/1',
  '/previews/[...title]': '/previews/Olivia_Colman',
  '/categories': '/categories',
  '/orphans': '/orphans',
  '/outlets': '/outlets',
  '/speakers': '/speakers',
  '/speakers/[...title]': '/speakers/Joe_Locke',
  '/timeline': '/timeline?from=2022',
  '/titles': '/titles?from=k',
  '/wanted': '/wanted',
  '/facts': '/facts',
  '/facts/[number]': '/facts/1',
  '/facts/[number]/history': '/facts/1/history',
  '/facts/[number]/links': '/facts/1/links',
  '/facts/[number]/info': '/facts/1/info',
  '/facts/[number]/talk': '/facts/1/talk',
  '/fields': '/fields',
  '/files': '/files?after=20',
  '/files/[number]': '/files/1',
  '/files/[number]/history': '/files/1/history',
  '/files/[number]/links': '/files/1/links',
  '/files/[number]/info': '/files/1/info',
  '/files/[number]/talk': '/files/1/talk',
  '/sources': '/sources?after=20',
  '/sources/[number]': '/sources/1',
  '/sources/[number]/history': '/sources/1/history',
  '/sources/[number]/links': '/sources/1/links',
  '/sources/[number]/info': '/sources/1/info',
  '/sources/[number]/talk': '/sources/1/talk',
  '/diff/[older]/[newer]': '/diff/0/1',
  '/pages': '/pages',
  '/pages/[kind]': '/pages/person',
  '/progress/places': '/progress/places',
  '/recent': '/recent?before=40',
  '/log': '/log?act=entry.delete&before=1',
  '/accounts/[id]': '/accounts/1',
  '/revisions/[id]': '/revisions/1',
  '/open/facts/[number]': '/open/facts/49',
  '/open/cards/[revision]': '/open/cards/987654321',
  '/open/passages/[entry]/[block]': '/open/passages/1/none',
  '/open/revisions/[id]': '/open/revisions/1',
  '/open/diff/[older]/[newer]': '/open/diff/0/1',
  '/apple-icon.png': '/apple-icon.png',
  '/favicon.ico': '/favicon.ico',
  '/icon.svg': '/icon.svg',
  '/manifest.webmanifest': '/manifest.webmanifest',
  '/opensearch.xml': '/opensearch.xml',
  '/cite/[citation]': '/cite/source-1.bib',
  '/embed/facts/[number]': '/embed/facts/1',
  '/feeds/[feed]': '/feeds/page-1.atom',
  '/share/[image]': '/share/fact-1.png',
  '/robots.txt': '/robots.txt',
  '/sitemap.xml': '/sitemap.xml',
  '/sitemaps/[part]': '/sitemaps/fact-1.xml',
}

/** Headers of one connection, or of one moment. */
const PASSING = /^(?:connection|date|keep-alive|transfer-encoding)$/

async function told(path: string, method: string, headers: Record<string, string> = {}) {
  const { hostname, port } = new URL(process.env.STORIES_ADDRESS ?? '')
  return new Promise<{ status: number; headers: object; length: number }>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers, agent: false }, (answer) => {
      let length = 0
      answer.on('data', (piece: Buffer) => {
        length += piece.length
      })
      answer.on('end', () => {
        const lasting = Object.entries(answer.headers).filter(([name]) => !PASSING.test(name))
        resolve({ status: answer.statusCode ?? 0, headers: Object.fromEntries(lasting), length })
      })
    })
    asked.once('error', reject).end()
  })
}

test('whoever asks only for the head hears what the whole answer says, and nothing more', async () => {
  expect(Object.keys(addresses).sort()).toEqual(sharedRoutes().sort())
  const others = [
    '/wiki/Nobody_has_written_this',
    '/wiki/olivia_colman',
    '/wiki/%41',
    '/wiki/%',
    '/facts/999999',
  ]
  for (const path of [...Object.values(addresses), ...others]) {
    for (const coding of ['identity', 'gzip', 'br']) {
      const headers = { 'accept-encoding': coding }
      // Another story may publish between the two answers: then both are asked for again.
      await expect(async () => {
        const whole = await told(path, 'GET', headers)
        const head = await told(path, 'HEAD', headers)
        expect(head, path).toEqual({ ...whole, length: 0 })
        if (whole.status !== 308)
          expect(whole.headers, path).toMatchObject({ 'content-length': String(whole.length) })
      }).toPass()
    }
  }
})

test('and of a page that is made for one visitor, its status and headers', async () => {
  for (const path of [
    '/search?q=Kit',
    '/sign-in',
    '/account',
    '/edit/Olivia_Colman',
    '/api/me',
    '/no/such/route',
  ]) {
    const [whole, head] = [await told(path, 'GET'), await told(path, 'HEAD')]
    expect(head.status, path).toBe(whole.status)
    expect(head.length, path).toBe(0)
    const ofOneAnswer = /^(?:content-length|content-encoding|vary|content-security-policy|set-cookie)$/
    const names = (headers: object) =>
      Object.keys(headers)
        .filter((name) => !ofOneAnswer.test(name))
        .sort()
    expect(names(head.headers), path).toEqual(names(whole.headers))
  }
})
