import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { markOf, WRITTEN_AS } from '@/lib/sessions/written-as'
import { ask } from '../answer'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { median, percentile } from '../statistics'
import { inFigures } from '../table'
import { newPerson } from '../wiki/people'
import { withWiki } from '../wiki/run'

const WARM_UP = 5

/** A citation, from the pasted address to the filled form: the page is read by the real fetcher from a local site. */
export const citePart: Part = { name: 'cite', minutes: 1, measure: measured }

async function measured(run: Run): Promise<Row[]> {
  // An account looks up sixty addresses in a quarter of an hour.
  const times = run.isQuick ? 15 : 50
  const site = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE)
  })
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
  const { port } = site.address() as AddressInfo
  // A host of its own for each: two requests to one host have a pause between them.
  const hosts = Array.from({ length: times + WARM_UP }, (_, at) => `news-${at}.example`)
  const stand = hosts.map((host) => `${host}=127.0.0.1:${port}`).join(',')
  try {
    return await withWiki(
      async ({ address }) => {
        const { actor, headers } = await newPerson('fan')
        progress(`${times} pasted addresses`)
        const [filled, bare] = [[] as number[], [] as number[]]
        for (const [at, host] of hosts.entries()) {
          const before = performance.now()
          await (await fetch(`http://127.0.0.1:${port}/story`)).text()
          const alone = performance.now() - before
          const text = `https://${host}/story?utm_source=share`
          const answer = await ask(`${address}/api/operations/source.look-up`, {
            method: 'POST',
            headers: { ...headers, 'content-type': 'application/json', origin: address },
            body: Buffer.from(JSON.stringify({ text, [WRITTEN_AS]: markOf(actor) })),
          })
          const { isFilled } = JSON.parse(answer.body.toString())
          if (answer.status !== 200 || !isFilled) throw new Error(`${text} was not filled in: ${answer.body}`)
          if (at < WARM_UP) continue
          filled.push(answer.took)
          bare.push(alone)
        }
        const at = (label: string, share: number) => ({
          ...{ name: `from paste to filled form, ${label}`, unit: 'ms', value: percentile(filled, share) },
          baseline: { name: 'the page fetched bare', value: percentile(bare, share) },
        })
        const note = `a page of ${inFigures(PAGE.length / 1_000)} kB from a local site, over HTTP; bare p50 ${inFigures(median(bare))} ms`
        return [figure({ ...at('p50', 0.5), note }), figure({ ...at('p95', 0.95), goal: atMost(300) })]
      },
      { LORELEAF_OUTSIDE_HOSTS: stand, LORELEAF_OUTSIDE: '' },
    )
  } finally {
    site.closeAllConnections()
    site.close()
  }
}

const PAGE = `<!doctype html><html lang="en-GB"><head><title>There was magic in the air | The News</title>
<meta property="og:site_name" content="The News"><script type="application/ld+json">${JSON.stringify({
  '@context': 'https://schema.org',
  '@type': 'NewsArticle',
  headline: 'There was magic in the air',
  author: [{ '@type': 'Person', name: 'Ed Nightingale' }],
  datePublished: '2022-04-22T10:00:00Z',
})}</script></head><body>${'<p>The crew had a name for these touches, and the wish was that viewers would get a shiver.</p>'.repeat(900)}</body></html>`
