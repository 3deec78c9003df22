import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { NOTICE_CHANNEL } from '@/db/events/notices'
import { paths } from '@/lib/routes'
import { ask } from '../answer'
import { startServer } from '../baselines/server'
import { openStreams } from '../load/streams'
import type { Part, Run } from '../part'
import { memoryOf } from '../processes'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { median } from '../statistics'
import { inFigures } from '../table'
import { newPerson, type Person } from '../wiki/people'
import { type BenchWiki, withWiki } from '../wiki/run'

/** Live streams of many people on one gateway. */
export const streamsPart: Part = {
  name: 'streams',
  minutes: 3,
  measure: (run) => withWiki((wiki) => measured(wiki, run)),
}

/** How long a process is left alone before its memory is read, in milliseconds. */
const QUIET = 3_000
/** A gateway takes so many milliseconds to gather, and between two looks. */
const BETWEEN = 400

async function measured(wiki: BenchWiki, { isQuick }: Run): Promise<Row[]> {
  const [count, times] = isQuick ? [200, 5] : [1_000, 15]
  progress(`${count} people sign in`)
  const people: Person[] = []
  for (let at = 0; at < count; at += 1) people.push(await newPerson('fan'))
  const bare = await startServer('bench/baselines/streams.process.ts')
  const sql = postgres(wiki.env.DATABASE_MIGRATION_URL, { max: 1, onnotice: () => {} })
  try {
    const ids = people.map(({ actor }) => actor.id)
    const ours = await taken(
      { url: `${wiki.address}${paths.live()}`, pid: wiki.pid },
      { people, times, tell: (at) => tellAll(sql, ids, at) },
    )
    const least = await taken(
      { url: bare.address, pid: bare.pid },
      { people, times, tell: () => ask(bare.address, { method: 'POST' }) },
    )
    const of = `of ${inFigures(count)} people`
    const note = (one: Taken) =>
      `${inFigures(one.before)} MB before, ${inFigures(one.after)} with ${inFigures(count)}`
    const baseline = (value: number) => ({ name: 'a bare process', value })
    return [
      figure({
        ...{
          name: 'memory of a stream',
          unit: 'kB',
          value: ours.each,
          baseline: least.each > 0 ? baseline(least.each) : null,
        },
        note: `the gateway alone: ${note(ours)}; bare: ${note(least)}`,
      }),
      figure({
        ...{ name: `one event ${of}, until the slowest`, unit: 'ms', value: median(ours.told) },
        ...{ baseline: baseline(median(least.told)), goal: atMost(1_000) },
        note: `from the statement that notes it for each to the last line received; the gateway gathers for 30 ms and looks all up; at most ${inFigures(Math.max(...ours.told))}`,
      }),
      figure({
        ...{ name: `opening all streams ${of} at once`, unit: 'ms', value: ours.opened },
        ...{ baseline: baseline(least.opened), goal: atMost(5_000) },
        note: 'as after a restart, if all came back at the same moment',
      }),
    ]
  } finally {
    await sql.end()
    await bare.end()
  }
}

interface Taken {
  before: number
  after: number
  /** In kB. */
  each: number
  opened: number
  told: number[]
}

async function taken(
  server: { url: string; pid: number },
  { people, times, tell }: { people: Person[]; times: number; tell: (at: number) => Promise<unknown> },
): Promise<Taken> {
  await sleep(QUIET)
  const before = memoryOf(server.pid)
  const streams = await openStreams(
    server.url,
    people.map(({ headers }) => headers),
  )
  try {
    await sleep(QUIET)
    const after = memoryOf(server.pid)
    const told: number[] = []
    for (let at = 0; at < times; at += 1) {
      told.push(await streams.tellAll(() => tell(at)))
      await sleep(BETWEEN)
    }
    progress(`${people.length} streams: ${told.map((one) => `${Math.round(one)} ms`).join(', ')}`)
    const each = ((after - before) * 1_024) / people.length
    return { before, after, each, opened: streams.took, told }
  } finally {
    await streams.end()
  }
}

/** Notes something for each of them, as the job that tells does, and sends the notices. */
async function tellAll(sql: postgres.Sql, ids: number[], at: number): Promise<void> {
  await sql`with written as (
      insert into notification (account_id, event_id, family, kind, topic, at)
      select account_id, ${1_000_000_000 + at}, 'own', 'published', 'published ' || ${at}::int, now()
      from unnest(${ids}::bigint[]) account_id returning account_id)
    select pg_notify(${NOTICE_CHANNEL}, string_agg(account_id::text, ','))
    from (select account_id, row_number() over () / 400 as part from written) numbered group by part`
}
