import { resolve } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import postgres from 'postgres'
import { fillEmptyDatabase, type Target } from '@/db/backup/empty-database'
import { currentSchema } from '@/db/postgres/migrations'
import { indexedWords } from '@/lib/text/words'
import { type Manifest, manifestOf } from './manifest'
import { type Costs, type Measured, measure, weigh } from './measure'
import { EXTERNAL } from './people'
import { Shape, type Size } from './shape'
import { flushAll, makeSheets } from './sheets'
import { SPECIAL } from './special'
import { noHeads, timeline } from './timeline'
import { UNSPACED } from './words'
import { writeActivity, writeSetup } from './write-activity'
import { type Writing, writeEntry } from './write-entries'
import { writeRevision } from './write-history'
import { writeNews } from './write-news'
import { writeTalk } from './write-talk'

export interface SeedOptions extends Partial<Pick<Size, 'seed'>>, Omit<Size, 'seed'> {
  /** Of the role that the application runs as. */
  databaseUrl: string
  /** Of the role that owns the tables. */
  migrationUrl: string
  /** The moment of the last edit; the same wiki has to be given the same. */
  until?: Date
  /** Told what is being done. */
  say?: (progress: string) => void
}

export interface Seeded {
  manifest: Manifest
  measured: Measured[]
  costs: Costs
  seconds: number
}

/** When the last edit was made, unless somebody says otherwise. */
const UNTIL = new Date('2026-06-01T00:00:00Z')
/** So many characters are collected for a table before they are sent; looked at every so many rows. */
const AT_ONCE = 12_000_000
const LOOK = 1_000
/** So often what is sent gets its turn while more is made up. */
const BREATH = 50

/**
 * Fills an empty database with a made-up wiki: the same size, seed and moment give the same rows. Everything goes through
 * COPY in one transaction, after which the database checks all that refers to anything; memory is bounded, but for
 * sixteen bytes an entry. Throws `NotEmptyError` when the database is not empty.
 */
export async function seedWiki(options: SeedOptions): Promise<Seeded> {
  const { databaseUrl, migrationUrl, pages, facts, revisions, seed = 1, until = UNTIL } = options
  const say = options.say ?? (() => {})
  const shape = new Shape({ pages, facts, revisions, seed })
  const began = performance.now()
  const ledger = { submission: 0, audit: 0 }
  const writing: Writing = { shape, sheets: makeSheets(), heads: noHeads(shape), ledger, until }
  const database = { migrationUrl, applicationUrl: databaseUrl, folder: resolve('drizzle') }
  await fillEmptyDatabase(database, currentSchema, async (target) => {
    await fill(target, writing, say)
    say('Making indexes and checking references')
  })
  const client = postgres(migrationUrl, { max: 1, onnotice: () => {} })
  try {
    say('Taking out the words that search goes by')
    await client`update search_row set vector = setweight(to_tsvector('english', label), 'A') || to_tsvector('english', text)`
    await client`update search_row set vector = vector || to_tsvector('english', ${indexedWords(UNSPACED)}) where text like ${`%${UNSPACED}%`}`
    await client`insert into search_word select distinct word from search_row,
      unnest(tsvector_to_array(to_tsvector('simple', label || ' ' || left(text, 1000)))) word where word ~ '^[a-z]{4,30}$'`
    // What a wiki of an earlier release would have to do first.
    await client`insert into derivation select name, (select max(id) from entry), true
      from unnest(${['folded search words in en', 'words behind gates', 'links of closed parts', 'fields, dates, outlets']}::text[]) name
      union all select 'words of texts', (select max(sequence) from revision), true on conflict (name) do nothing`
    say('Telling everybody what happened')
    await writeNews(client)
    say('Talking about it')
    const talk = await writeTalk(client, {
      ...{ comments: revisions, entries: shape.entries, accounts: shape.accounts },
      ...{ busiest: shape.pageId(SPECIAL.longHistory), until, seed, say },
    })
    say('Counting what there is')
    await client`vacuum (analyze)`
    const measured = await measure(client)
    const seconds = (performance.now() - began) / 1_000
    return {
      manifest: { ...manifestOf(shape, writing.heads, until), talk },
      measured,
      costs: await weigh(client),
      seconds,
    }
  } finally {
    await client.end({ timeout: 5 })
  }
}

async function fill(target: Target, writing: Writing, say: (progress: string) => void): Promise<void> {
  const { shape, sheets, heads, ledger, until } = writing
  const send = (least = 0) => flushAll(sheets, target, least)
  writeSetup(writing)
  await send()
  const history = timeline(shape, until, heads)
  await inTurn(history, shape.events, 'revisions', send, say, (one) =>
    writeRevision(shape, sheets, ledger, one),
  )
  await inTurn(shape.places(), shape.entries, 'entries', send, say, (one) => writeEntry(writing, one))
  writeActivity(writing)
  await send()
  await setSequences(target, writing)
}

/** Does something for each of many, sending what has been collected while more is made up. */
async function inTurn<T>(
  all: Iterable<T>,
  count: number,
  what: string,
  send: (least?: number) => Promise<void>,
  say: (progress: string) => void,
  each: (one: T) => void,
): Promise<void> {
  const began = performance.now()
  const tenth = Math.ceil(count / 10)
  let sending: Promise<void> = Promise.resolve()
  let done = 0
  for (const one of all) {
    each(one)
    done++
    if (done % BREATH === 0) await setImmediate()
    if (done % LOOK === 0) {
      await sending
      sending = send(AT_ONCE)
    }
    if (done % tenth !== 0) continue
    const rate = Math.round(done / ((performance.now() - began) / 1_000))
    say(
      `${done.toLocaleString('en')} of ${count.toLocaleString('en')} ${what}, ${rate.toLocaleString('en')}/s`,
    )
  }
  await sending
  await send()
}

/** The next of everything gets the number after the last. */
async function setSequences(target: Target, { shape, ledger, sheets }: Writing): Promise<void> {
  const last = {
    page_number: shape.size.pages,
    fact_number: shape.size.facts,
    source_number: shape.sources,
    publish_sequence: shape.events,
    cache_event_id: sheets.cacheEvent.count,
    entry_id_seq: shape.entries,
    revision_id_seq: shape.events,
    account_id_seq: shape.accounts,
    external_author_id_seq: EXTERNAL.authors,
    submission_id_seq: ledger.submission,
    submission_round_id_seq: ledger.submission,
    audit_record_id_seq: ledger.audit,
  }
  const states = Object.entries(last).map(([name, value]) => ({ name, value: String(value), isUsed: true }))
  await target.setSequences(states)
}
