import { completionsFor } from '@/lib/search/complete'
import { searchFor } from '@/lib/search/loaders'
import { GZIP, read } from '../answer'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { median, percentile } from '../statistics'
import { inFigures } from '../table'
import { largeWiki, wikiAt } from '../wiki/large'
import { openWiki } from '../wiki/run'
import { kindsOfSearches } from '../wiki/searches'

const WARM_UP = 10

/** Search and suggestions at size, each kind of question for itself. */
export const searchPart: Part = { name: 'search', minutes: 3, measure: measured }

async function measured(run: Run): Promise<Row[]> {
  const large = run.wiki ? wikiAt(run.wiki) : await largeWiki(run.pages)
  const { manifest } = large
  const wiki = await openWiki(large.dataFolder)
  const times = run.isQuick ? 30 : 200
  const rows: Row[] = []
  try {
    for (const [name, { path, question }] of Object.entries(kindsOfSearches(manifest.words))) {
      progress(`${name}: ${times} questions`)
      const [asked, alone] = [[] as number[], [] as number[]]
      for (let at = -WARM_UP; at < times; at += 1) {
        const asking = question(at + WARM_UP)
        const began = performance.now()
        await (path === '/search' ? searchFor(asking) : completionsFor(asking.q))
        const loaded = performance.now() - began
        const { took } = await read(`${wiki.address}${path}?${new URLSearchParams(asking)}`, GZIP)
        if (at < 0) continue
        alone.push(loaded)
        asked.push(took)
      }
      rows.push(
        figure({
          ...{ name: `${name}, p99`, unit: 'ms', value: percentile(asked, 0.99), goal: atMost(50) },
          baseline: { name: 'its loader alone', value: percentile(alone, 0.99) },
          note: `p50 ${inFigures(median(asked))}, of the loader ${inFigures(median(alone))}; a wiki of ${inFigures(manifest.size.pages)} pages and ${inFigures(manifest.size.facts)} facts; over HTTP, one after the other`,
        }),
      )
    }
    return rows
  } finally {
    await wiki.end()
  }
}
