import { type Answer, GZIP, read } from '../answer'
import { startBare } from '../baselines/bare'
import { startFile } from '../baselines/file-from-proxy'
import { askingFor, startNextAlone } from '../baselines/next-alone'
import { hasNginx } from '../baselines/nginx'
import type { Server } from '../baselines/server'
import { startColdReaders } from '../load/cold-readers'
import { loadTool } from '../load/load'
import { paced } from '../load/paced'
import { inTurns, type Loaded } from '../load/rounds'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atLeast, atMost, figure, notMeasured, type Row, undecided } from '../row'
import { median } from '../statistics'
import { inFigures } from '../table'
import { newPerson, type Person } from '../wiki/people'
import { type BenchWiki, HOT_PAGE, withWiki } from '../wiki/run'

const CONNECTIONS = 8
/**
 * A bare process that was less busy than this, in cores, waited for the load tool or for other processes: then its
 * ratio says nothing.
 */
const BUSY = 0.5
/** Readers of one page while others are rendered: one every millisecond or two, as in a busy wiki. */
const PACE = 500
/** MediaWiki 1.39 on such a machine with all its caches on: the best measured value. */
const MEDIAWIKI = 280

/** A cached page: throughput and latency, also while others are rendered. */
export const readPart: Part = {
  name: 'read',
  minutes: 3,
  measure: (run) => withWiki((wiki) => measured(wiki, run)),
}

async function measured(wiki: BenchWiki, run: Run): Promise<Row[]> {
  const url = `${wiki.address}${HOT_PAGE}`
  await read(url)
  const answer = await read(url)
  const bare = await startBare(answer)
  const person = await newPerson()
  const full = await fullLoad({ wiki, bare, answer, person, run })
  const busy = await whileOthersAreMade(wiki, bare, run)
  await bare.end()
  return [...full, ...busy]
}

interface Setting {
  wiki: BenchWiki
  bare: Server
  answer: Answer
  person: Person
  run: Run
}

async function fullLoad({ wiki, bare, answer, person, run }: Setting): Promise<Row[]> {
  const url = `${wiki.address}${HOT_PAGE}`
  const file = hasNginx ? await startFile(answer) : undefined
  const next = await startNextAlone(wiki.env)
  const signedIn = { ...GZIP, ...person.headers }
  const how = { connections: CONNECTIONS, seconds: run.isQuick ? 2 : 4, rounds: run.isQuick ? 2 : 5 }
  const loaded = await inTurns(
    [
      { name: 'gateway', url, headers: GZIP, pid: wiki.pid },
      { name: 'bare', url: bare.address, headers: GZIP, pid: bare.pid },
      { name: 'gateway, signed in', url, headers: signedIn, pid: wiki.pid },
      { name: 'bare, signed in', url: bare.address, headers: signedIn, pid: bare.pid },
      ...(file ? [{ name: 'file' as const, url: file.address, headers: GZIP, pid: file.pid }] : []),
    ],
    how,
  )
  const alone = await inTurns(
    [{ name: 'next', url: `${next.address}${HOT_PAGE}`, headers: askingFor(HOT_PAGE), pid: next.pid }],
    {
      ...how,
      rounds: 2,
    },
  )
  await next.end()
  await file?.end()
  return rowsOf(loaded, alone.next, answer)
}

function rowsOf(loaded: Record<string, Loaded | undefined>, next: Loaded, answer: Answer): Row[] {
  const { gateway, bare, file } = loaded
  const [signedIn, bareSignedIn] = [loaded['gateway, signed in'], loaded['bare, signed in']]
  if (!gateway || !bare || !signedIn || !bareSignedIn) throw new Error('a round is missing')
  const note = `${loadTool}, ${CONNECTIONS} connections, ${sizeOf(answer)}; the gateway kept ${inFigures(gateway.cores)} cores busy, the bare process ${inFigures(bare.cores)}`
  const perSecond = { unit: 'requests/s', value: gateway.perSecond }
  const rate = (name: string, value: number) => ({ baseline: { name, value } })
  const judged = (row: Row, { cores }: Loaded) =>
    cores < BUSY ? undecided(row, 'the load was the limit, not the server') : row
  const hot = figure({
    ...{ name: 'hot page', ...perSecond, ...rate('bare node:http', bare.perSecond), note },
    goal: atLeast(0.8, 'ratio'),
  })
  const signed = figure({
    ...{ name: 'hot page, signed in', unit: 'requests/s', value: signedIn.perSecond },
    ...{ ...rate('bare node:http', bareSignedIn.perSecond), goal: atLeast(0.8, 'ratio') },
  })
  return [
    judged(hot, bare),
    judged(signed, bareSignedIn),
    figure({
      ...{ name: 'hot page, p99 under that load', unit: 'ms', value: gateway.p99, goal: atMost(5) },
      ...rate('bare node:http', bare.p99),
    }),
    figure({
      name: 'hot page against rendering it',
      ...perSecond,
      ...rate('Next alone, rendering', next.perSecond),
    }),
    file
      ? figure({
          name: 'hot page against a proxy',
          ...perSecond,
          ...rate('a file from nginx', file.perSecond),
        })
      : notMeasured('hot page against a file from a proxy', 'there is no nginx on this machine'),
    figure({
      ...{
        name: 'hot page against another wiki',
        ...perSecond,
        ...rate('MediaWiki 1.39 as last measured', MEDIAWIKI),
      },
      note: 'not of this run: 140-280 requests/s with opcache, APCu, file cache and four php-fpm on such a machine',
    }),
  ]
}

function sizeOf({ headers, body }: Answer): string {
  const how = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-encoding')?.[1]
  return `${inFigures(body.byteLength / 1000)} kB, ${how ?? 'not compressed'}`
}

/**
 * A steady stream of readers of the hot page, while others keep the renderers busy; compared with the bare process
 * under the same load, beside the same renders. They take turns, and each goes first in turn, so that whatever else the
 * machine does affects both alike.
 */
async function whileOthersAreMade(wiki: BenchWiki, bare: Server, run: Run): Promise<Row[]> {
  const [rounds, seconds] = run.isQuick ? [2, 2] : [6, 4]
  const urls = { gateway: `${wiki.address}${HOT_PAGE}`, bare: bare.address }
  const p99 = { gateway: [] as number[], bare: [] as number[] }
  progress(`${PACE} readers a second while other pages are made`)
  const stop = await startColdReaders(wiki, HOT_PAGE)
  for (let round = 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? (['gateway', 'bare'] as const) : (['bare', 'gateway'] as const)) {
      const outcome = await paced({ url: urls[name], perSecond: PACE, seconds, headers: GZIP })
      if (outcome.failed > 0) throw new Error('readers of the hot page were not answered')
      p99[name].push(outcome.p99)
    }
  }
  const made = await stop()
  return [
    figure({
      ...{
        name: 'hot page, p99 while other pages are made',
        unit: 'ms',
        value: median(p99.gateway),
        goal: atMost(1.2, 'ratio'),
      },
      baseline: { name: 'bare node:http', value: median(p99.bare) },
      note: `medians of ${rounds} turns each; ${PACE} readers a second, each timed from when it was due, while two others had ${inFigures(made)} pages a second made`,
    }),
  ]
}
