import { setTimeout as sleep } from 'node:timers/promises'
import { reads } from '@/db/postgres/client'
import { findEntryId } from '@/db/revisions/revisions'
import { tags } from '@/lib/cache/tags'
import { paths } from '@/lib/routes'
import { read } from '../answer'
import { startBare } from '../baselines/bare'
import { askingFor, startNextAlone } from '../baselines/next-alone'
import { inTurns } from '../load/rounds'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atLeast, atMost, figure, type Row } from '../row'
import { percentile } from '../statistics'
import { inFigures } from '../table'
import { makeCold } from '../wiki/cold'
import { type BenchWiki, withWiki } from '../wiki/run'

/** By then the gateway has received the event. */
const HEARD = 50
const CONNECTIONS = 8
const FACT = 1

/** What other sites and feed readers ask for: the picture of a link, and a feed. */
export const sharePart: Part = {
  name: 'share',
  minutes: 1,
  measure: (run) => withWiki((wiki) => measured(wiki, run)),
}

async function measured(wiki: BenchWiki, run: Run): Promise<Row[]> {
  const id = await findEntryId(reads(), 'fact', FACT)
  if (id === null) throw new Error(`there is no fact ${FACT}`)
  const feed = paths.feed('facts.atom')
  const next = await startNextAlone(wiki.env)
  try {
    const both = [
      await coldOf('the picture of a link', paths.linkPicture(`fact-${FACT}.png`), tags.entry(id)),
      await coldOf('a feed', feed, tags.recent),
    ]
    return [...both.flat(), await fromMemory(wiki, feed, run)]
  } finally {
    await next.end()
  }

  /** An address that is forgotten before each reading, beside the same from the framework alone. */
  async function coldOf(name: string, path: string, tag: string): Promise<Row[]> {
    const rounds = run.isQuick ? 15 : 100
    const warmUp = run.isQuick ? 5 : 20
    const took = { gateway: [] as number[], next: [] as number[] }
    let bytes = 0
    progress(`${name}: ${rounds} times`)
    for (let round = -warmUp; round < rounds; round += 1) {
      await makeCold({ path, tag })
      await sleep(HEARD)
      // The second one finds the database warm: each goes first in turn.
      const order = round % 2 === 0 ? (['gateway', 'next'] as const) : (['next', 'gateway'] as const)
      for (const one of order) {
        const from = { gateway: wiki, next }[one]
        const answer = await read(`${from.address}${path}`, askingFor(path))
        if (one === 'gateway') bytes = answer.body.byteLength
        if (round >= 0) took[one].push(answer.took)
      }
    }
    const at = (label: string, share: number) => ({
      ...{ name: `${name}, made anew, ${label}`, unit: 'ms', value: percentile(took.gateway, share) },
      baseline: { name: 'Next alone', value: percentile(took.next, share) },
    })
    const note = `${inFigures(bytes / 1_000)} kB; forgotten before each reading, one reader asks ${HEARD} ms later`
    return [figure({ ...at('p50', 0.5), goal: atMost(1.2, 'ratio'), note }), figure({ ...at('p95', 0.95) })]
  }
}

async function fromMemory(wiki: BenchWiki, path: string, { isQuick }: Run): Promise<Row> {
  const url = `${wiki.address}${path}`
  const headers = askingFor(path)
  const answer = await read(url, headers)
  const bare = await startBare(answer)
  const loaded = await inTurns(
    [
      { name: 'gateway', url, headers, pid: wiki.pid },
      { name: 'bare', url: bare.address, headers, pid: bare.pid },
    ],
    { connections: CONNECTIONS, seconds: isQuick ? 2 : 4, rounds: isQuick ? 2 : 5 },
  )
  await bare.end()
  return figure({
    ...{ name: 'a feed, from memory', unit: 'requests/s', value: loaded.gateway.perSecond },
    baseline: { name: 'bare node:http', value: loaded.bare.perSecond },
    goal: atLeast(0.7, 'ratio'),
    note: `${inFigures(answer.body.byteLength / 1_000)} kB, ${CONNECTIONS} connections`,
  })
}
