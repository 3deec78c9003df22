import postgres from 'postgres'
import { meOf } from '@/lib/accounts/me'
import { paths } from '@/lib/routes'
import { GZIP, read } from '../answer'
import { startBare } from '../baselines/bare'
import { type PacedOutcome, paced } from '../load/paced'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { giveNews } from '../seed/write-news'
import { median } from '../statistics'
import { inFigures } from '../table'
import { newPerson, type Person } from '../wiki/people'
import { type BenchWiki, openWiki, withWiki } from '../wiki/run'

/** What every page asks for who is signed in: `/api/me`. */
export const mePart: Part = { name: 'me', minutes: 3, measure: measured }

const PER_SECOND = 200
const PEOPLE = 50
const WARM_UP = 20

async function measured(run: Run): Promise<Row[]> {
  if (run.wiki === null) return withWiki((wiki) => rowsOf(wiki, run))
  const wiki = await openWiki(run.wiki)
  try {
    return await rowsOf(wiki, run)
  } finally {
    await wiki.end()
  }
}

async function rowsOf(wiki: BenchWiki, { isQuick }: Run): Promise<Row[]> {
  const people: Person[] = []
  for (let at = 0; at < PEOPLE; at += 1) people.push(await newPerson(at % 10 === 0 ? 'moderator' : 'fan'))
  await tellSome(wiki, people)
  const url = `${wiki.address}${paths.me()}`
  const { headers } = people[0] ?? (await newPerson())
  const bare = await startBare(await read(url, { ...GZIP, ...headers }))
  try {
    const [seconds, rounds] = isQuick ? [5, 2] : [20, 5]
    const asked = { perSecond: PER_SECOND, headers: GZIP, people: people.map((one) => one.headers) }
    await paced({ ...asked, url, seconds: 3 })
    const [ours, least] = [[] as PacedOutcome[], [] as PacedOutcome[]]
    for (let round = 1; round <= rounds; round += 1) {
      ours.push(good(await paced({ ...asked, url, seconds })))
      least.push(good(await paced({ ...asked, url: bare.address, seconds })))
      progress(`round ${round} of ${rounds}: p99 ${inFigures(ours.at(-1)?.p99 ?? 0)} ms`)
    }
    const row = (which: 'p50' | 'p99') =>
      figure({
        ...{ name: `${PER_SECOND}/s of signed-in people, ${which}`, unit: 'ms' },
        value: median(ours.map((one) => one[which])),
        baseline: { name: 'a bare process, the same bytes', value: median(least.map((one) => one[which])) },
        ...(which === 'p99' && { goal: atMost(50) }),
      })
    return [row('p50'), row('p99'), await statementRow(people, isQuick ? 100 : 1_000)]
  } finally {
    await bare.end()
  }
}

function good(outcome: PacedOutcome): PacedOutcome {
  if (outcome.failed > 0) throw new Error(`${outcome.failed} requests were not answered as they should be`)
  return outcome
}

/** What it reads of the database, without HTTP and without the session: of moderators beside all others. */
async function statementRow(people: Person[], times: number): Promise<Row> {
  const took = async (from: number) => {
    const all: number[] = []
    for (let at = -WARM_UP; at < times; at += 1) {
      const { actor } = people[Math.abs(at * 10 + from) % people.length] ?? (await newPerson())
      const began = performance.now()
      await meOf(actor)
      if (at >= 0) all.push(performance.now() - began)
    }
    return median(all)
  }
  return figure({
    ...{ name: 'its statement alone, of a moderator, p50', unit: 'ms', value: await took(0) },
    baseline: { name: 'of others', value: await took(1) },
    note: 'one after the other; moderators are told how many submissions, reports and held comments wait',
  })
}

/** Gives each of them some news: in a wiki at size of every thousandth edit. */
async function tellSome({ env }: BenchWiki, people: Person[]): Promise<void> {
  const sql = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} })
  try {
    const [{ events } = { events: 0 }] = await sql<{ events: number }[]>`select count(*)::int as events from
      (select from event where name = 'entry.published' limit 100000) published`
    for (const { actor } of people) await giveNews(sql, actor.id, Math.max(1, Math.floor(events / 100)))
  } finally {
    await sql.end()
  }
}
