import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { sendMail } from '@/lib/mail/send-mail'
import { makeMails } from '@/lib/worker/tasks/make-mails'
import { openMailSink } from '../baselines/mail-sink'
import type { Part, Run } from '../part'
import { treeOf } from '../processes'
import { progress } from '../progress'
import { atLeast, atMost, figure, type Row } from '../row'
import { inFigures } from '../table'
import { type BenchWiki, withWiki } from '../wiki/run'

const [PEOPLE, FEW] = [10_000, 200]
/** Of so many edits each of them is told of five. */
const EDITS = 300
const NEWS = 5
/** As many as the worker sends at once. */
const AT_ONCE = 4
const MB = 1_000_000

type Sink = Awaited<ReturnType<typeof openMailSink>>

/** The digests of many people at one hour: made, written and sent to a mail server by the wiki's own worker. */
export const digestsPart: Part = {
  name: 'digests',
  minutes: 6,
  measure: async (run) => {
    const sink = await openMailSink()
    const settings = {
      SMTP_URL: sink.url,
      MAIL_FROM: 'Wiki <wiki@wiki.example>',
      LORELEAF_ORIGIN: 'http://wiki.example',
    }
    try {
      return await withWiki((wiki) => {
        // What is called here sends mail, too.
        Object.assign(process.env, settings)
        return measured(wiki, sink, run)
      }, settings)
    } finally {
      for (const name of Object.keys(settings)) delete process.env[name]
      await sink.close()
    }
  },
}

async function measured(wiki: BenchWiki, sink: Sink, { isQuick }: Run): Promise<Row[]> {
  const people = isQuick ? FEW : PEOPLE
  const client = postgres(wiki.env.DATABASE_MIGRATION_URL, { max: 1, onnotice: () => {} })
  try {
    progress(`${people} people with news since yesterday`)
    await giveNews(client, people)
    const before = { committed: await committed(client), rss: treeOf(wiki.pid).rss }
    const began = performance.now()
    await client`update mail_plan set digest_at = now() where digest_at is not null`
    await makeMails()
    const made = performance.now() - began
    progress(`${people} digests, sent by the worker`)
    let most = before.rss
    while (sink.received() < people) {
      most = Math.max(most, treeOf(wiki.pid).rss)
      if (performance.now() - began > 30 * 60_000) throw new Error('the digests did not all come')
      await sleep(100)
    }
    const sent = performance.now() - began
    const statements = ((await committed(client)) - before.committed) / people
    progress(`${people} mails whose words are at hand`)
    const plain = await sendPlain(people)
    return rowsOf(people, { made, sent, plain, statements, rise: (most - before.rss) / MB })
  } finally {
    await client.end()
  }
}

interface Measured {
  /** In milliseconds. */
  made: number
  sent: number
  plain: number
  /** For each digest. */
  statements: number
  /** In MB. */
  rise: number
}

function rowsOf(people: number, { made, sent, plain, statements, rise }: Measured): Row[] {
  const of = `digests for ${inFigures(people)} people`
  const perSecond = (took: number) => (1_000 * people) / took
  return [
    figure({
      ...{ name: `${of}, made`, unit: 's', value: made / 1_000, goal: atMost(30) },
      note: `each names ${NEWS} pieces of news; while the worker sends the first`,
    }),
    figure({
      ...{ name: `${of}, written and sent`, unit: 'mails/s', value: perSecond(sent), goal: atLeast(30) },
      baseline: { name: `words at hand, ${AT_ONCE} at once`, value: perSecond(plain) },
      note: `all in ${inFigures(sent / 1_000)} s, to a mail server on this machine`,
    }),
    figure({ name: `${of}, transactions each`, unit: '', value: statements, goal: atMost(40) }),
    figure({
      name: `${of}, memory`,
      unit: 'MB',
      value: rise,
      goal: atMost(150),
      note: 'at most, above idle',
    }),
  ]
}

/** People with a confirmed address and a digest of what they watch, each with news of the last hours. */
async function giveNews(client: postgres.Sql, people: number): Promise<void> {
  const [{ first } = { first: 0 }] = await client<{ first: number }[]>`
    with made as (insert into account (name, name_key, email, email_confirmed_at, created_at)
      select 'Reader ' || n, 'digest reader ' || n, 'reader' || n || '@example.org', now(), now() - interval '1 year'
      from generate_series(1, ${people}::int) n returning id)
    select min(id)::int as first from made`
  await client`insert into mail_plan (account_id, time_zone, hour, digest_at)
    select ${first} + n - 1, 'Europe/Berlin', 18, now() + interval '1 day' from generate_series(1, ${people}::int) n`
  await client`insert into mail_choice (account_id, family, rhythm, since)
    select ${first} + n - 1, 'watched', 'daily', now() - interval '1 day' from generate_series(1, ${people}::int) n`
  await client`insert into event (name, actor_id, entry_id, revision_id, at)
    select 'entry.published', r.author_id, r.entry_id, r.id, now() - interval '5 hours'
    from (select * from revision order by sequence desc limit ${EDITS}) r`
  await client`with edit as (
      select id, entry_id, at, row_number() over (order by id desc) - 1 as place, count(*) over () as edits
      from (select * from event where name = 'entry.published' order by id desc limit ${EDITS}) newest)
    insert into notification (account_id, event_id, family, kind, topic, at)
    select ${first} + n - 1, e.id, 'watched', 'watched', 'watched entry ' || e.entry_id, e.at
    from generate_series(1, ${people}::int) n, generate_series(0, ${NEWS - 1}) k
      join edit e on true where e.place = (n * 7 + k * 11) % e.edits
    on conflict do nothing`
  await client`analyze`
}

/** How many transactions the database has committed: of plain statements, each is one. */
async function committed(client: postgres.Sql): Promise<number> {
  const [row] = await client<{ count: number }[]>`select xact_commit::int as count from pg_stat_database
    where datname = current_database()`
  return row?.count ?? 0
}

/** Sends as many mails whose words are there already, and gives how long that took, in milliseconds. */
async function sendPlain(count: number): Promise<number> {
  const text = 'Something is new for you.\n'.repeat(40)
  const mail = { subject: 'Something is new', text, html: `<p>${text}</p>` }
  const began = performance.now()
  let next = 0
  const sender = async () => {
    while (next < count) {
      next += 1
      await sendMail(`reader${next}@example.org`, mail, `<plain.${next}@wiki.example>`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
  return performance.now() - began
}
