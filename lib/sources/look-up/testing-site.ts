import type { RequestListener } from 'node:http'
import { reachOf, startSite } from '@/lib/outside/testing'
import { CROSSREF, OEMBED, OPEN_LIBRARY } from './testing-answers'

const HTML = { 'content-type': 'text/html; charset=utf-8' }
const page =
  (html: string): RequestListener =>
  (_, response) =>
    response.writeHead(200, HTML).end(html)
const jsonOf =
  (type: string, body: unknown): RequestListener =>
  (_, response) =>
    response.writeHead(200, { 'content-type': type }).end(JSON.stringify(body))

const answers: Record<string, RequestListener> = {
  'news.example/magic': page(`<html lang="en-GB"><link rel="canonical" href="https://www.news.example/magic">
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "There was magic in the air",
    "author": {"name": "Ed Nightingale"}, "publisher": {"name": "The News"}, "datePublished": "2022-04-22T10:00:00Z"}</script>`),
  'news.example/latin': (_, response) =>
    response.writeHead(200, HTML).end(Buffer.from('<title>Café</title>', 'latin1')),
  'news.example/long': page(
    `<title>${'magic '.repeat(100_000)}</title><meta name="author" content="${'x'.repeat(1_000_000)}">`,
  ),
  'news.example/login-to-read-this-story': (_, response) =>
    response.writeHead(403, HTML).end('<title>Sign in</title>'),
  'news.example/report.pdf': (_, response) =>
    response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF'),
  'news.example/busy': (_, response) => response.writeHead(429, { 'retry-after': '5' }).end(),
  'news.example/untitled': page('<p>Words.</p>'),
  'news.example/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  'news.example/inside': (_, response) => response.writeHead(302, { location: 'http://127.0.0.1/' }).end(),
  'news.example/endless': (_, response) => {
    response.writeHead(200, HTML)
    response.write('<title>A stream without an end</title>')
    const more = () => {
      while (response.write('x'.repeat(60_000)));
      response.once('drain', more)
    }
    more()
  },
  'www.youtube.com/watch':
    page(`<title>Kit and Joe talk - YouTube</title><meta property="og:title" content="Kit and Joe talk">
    <meta property="og:site_name" content="YouTube"><meta property="og:type" content="video.other">
    <link rel="alternate" type="application/json+oembed" href="https://www.youtube.com/oembed?format=json">`),
  'www.youtube.com/oembed': jsonOf('application/json', OEMBED),
  'doi.org/10.1093/ab.c/5': jsonOf('application/vnd.citationstyles.csl+json', CROSSREF),
  'openlibrary.org/api/books': jsonOf('application/json', OPEN_LIBRARY),
}

const HOSTS = ['news.example', 'www.news.example', 'www.youtube.com', 'doi.org', 'openlibrary.org']

/** A local server that stands for the hosts of these tests, and the reach in which it does. */
export async function startHosts() {
  const site = await startSite((request, response) => {
    const path = new URL(request.url ?? '', 'http://x').pathname
    const answer = answers[`${request.headers.host}${decodeURIComponent(path)}`]
    if (answer) answer(request, response)
    else response.writeHead(404, HTML).end()
  })
  return { site, reach: reachOf({ hosts: Object.fromEntries(HOSTS.map((host) => [host, site.port])) }) }
}
