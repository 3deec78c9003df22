import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The host under which the stories' wiki finds the site below, whatever the scheme. */
export const OUTSIDE = 'news.example'

const FILLER = 'She talks about the rain, the harbour and the boats that come home late. '.repeat(12)

/**
 * An article outside the wiki: `https://news.example/article?title=…&says=…` has this title and says these words. Any other
 * path is a page that is gone.
 */
export async function startSiteOutside(): Promise<{ port: number; stop: () => void }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://news.example')
    if (!pathname.startsWith('/article')) return response.writeHead(404).end()
    const [title, says] = ['title', 'says'].map((name) => escaped(searchParams.get(name) ?? ''))
    response
      .setHeader('content-type', 'text/html; charset=utf-8')
      .end(`<!doctype html><html lang="en-GB"><head>
      <title>${title} | The Example News</title><meta property="og:title" content="${title}">
      <meta property="og:site_name" content="The Example News"><meta name="author" content="Ann Writer">
      <meta property="article:published_time" content="2022-04-22T08:00:00Z"></head>
      <body><h1>${title}</h1><p>${FILLER}</p><p>“${says}”, she says.</p><p>${FILLER}</p></body></html>`)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    port,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
