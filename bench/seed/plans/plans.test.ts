import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import postgres from 'postgres'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeClients } from '@/db/postgres/client'
import { migrateJobs } from '@/db/postgres/migrate-jobs'
import { changeRows, createEmptyDatabase, readRows, type TestDatabase } from '@/db/postgres/testing'
import { meOf } from '@/lib/accounts/me'
import { edited, fileContent, pageContent, publishNew, publishNow } from '@/lib/changesets/testing'
import { suggest } from '@/lib/editing/suggest'
import { storedPicture } from '@/lib/files/testing'
import { ASKED_PATH } from '@/lib/gateway/renderers/asked-path'
import { lookUpNumbers } from '@/lib/live/look'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { idOfSecret } from '@/lib/secret'
import { openSession } from '@/lib/sessions/open-session'
import type { Manifest } from '../manifest'
import { PEOPLE } from '../people'
import { seedWiki } from '../seed-wiki'
import { capturing, explain, type Sent, type Step, whatIsSent } from './capture'
import { SMALL, type Visit, visits } from './visits'

/**
 * No list scans a whole table. On a wiki large enough for it to matter, everything that pages and operations ask of the
 * database is captured, and run once more to see its plan. A new page has to be given an address here.
 */
const SIZE = { pages: 1_000, facts: 5_000, revisions: 12_000 }

/** What grows with a wiki. Others are small: kinds of pages, settings, the queue's own decisions by key. */
const BIG = new Set([
  ...['entry', 'title', 'page_facet', 'fact_facet', 'fact_standing', 'link', 'title_link', 'search_row'],
  ...['relation', 'title_relation', 'field_value'],
  ...['revision', 'revision_content', 'audit_record', 'account', 'external_author', 'cache_event'],
  ...['submission', 'submission_round', 'submission_item', 'decision', 'vote', 'report'],
  ...['thread', 'comment'],
])

/** Counting stops, and lists end, at a thousand; one more is asked for, to know that there are more. */
const MOST_AT_A_STEP = 1_050
/** Search weighs so many candidates of all kinds together. */
const MOST_WEIGHED = 2_000
/** Where more are touched, and why that is bounded all the same; or where fewer are. */
const BOUNDED: Record<string, number> = {
  // The wiki as a whole is counted up to ten thousand, on an index alone.
  '/': 10_001,
  '/accounts/[id] ?kind=source': 2_001,
  '/recent ?by=newcomers&review=none': 2_001,
  '/recent ?kind=source&before=5000': 2_001,
  // So many dates are looked at for a hundred that are shown, and no more: this wiki has some thousand of facts.
  '/timeline ?of=facts': 410,
  // Of those who said anything the first five thousand are found, each by the one before.
  '/speakers': 5_001,
}

const moderator: AccountActor = {
  ...{ kind: 'account', id: PEOPLE.firstModerator, name: 'a moderator', role: 'owner', isBlocked: false },
}

vi.mock('postgres', async (original) => {
  const actual = (await original<{ default: typeof postgres }>()).default
  return { default: (url: string, options: object) => actual(url, { ...capturing, ...options }) }
})
vi.mock('@/lib/sessions/session', () => ({
  currentActor: async () => moderator,
  requireModerator: async () => moderator,
  currentSessionId: async () => null,
}))
const asked = vi.hoisted(() => ({ path: '' }))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ [ASKED_PATH]: asked.path }),
  cookies: async () => new Map(),
}))

let database: TestDatabase
let manifest: Manifest
/** The number of a picture. */
let file: number
let client: postgres.Sql

beforeAll(async () => {
  database = await createEmptyDatabase()
  const { url: databaseUrl, migrationUrl, workerUrl } = database
  manifest = (await seedWiki({ ...SIZE, databaseUrl, migrationUrl })).manifest
  const owner = postgres(migrationUrl, { max: 1, onnotice: () => {} })
  await migrateJobs(owner, { migrationUrl, applicationUrl: databaseUrl, workerUrl })
  await owner.end()
  Object.assign(process.env, { DATABASE_URL: databaseUrl, DATABASE_MIGRATION_URL: migrationUrl })
  process.env.AUTH_SECRET = 'a secret that is long enough for a test'
  const picture = await publishNew(moderator, 'file', fileContent(await storedPicture(moderator), 'A leaf'))
  const [row] = await readRows(`select number from entry where id = ${picture}`)
  file = Number(row?.number)
  // Private life that is hidden from the public, as in a wiki about people.
  await changeRows('update fact_facet set is_private_life = true where entry_id % 3 = 0')
  await changeRows("update fact_standing set standing = 'unsourced' where entry_id % 3 = 0")
  // And summaries that were taken back, as a wiki has after years.
  await changeRows(`insert into withholding (entry_id, from_number, to_number, part, strength, reason, by_id)
    select entry_id, number, number, 'summary', 'hidden', 'Unkind', ${moderator.id} from revision where number = 1 and entry_id % 6 = 0`)
  // And a queue so long that scanning all withholdings might seem cheaper.
  await changeRows("update submission set state = 'waiting', waiting_since = created_at where id % 5 = 0")
  // And a page with more threads than are counted, and many comments that are held.
  await changeRows(`insert into thread (entry_id, subject, started_by_id, is_shown, is_open, comments, last_number, last_at)
    select ${manifest.standard.id}, 'Subject ' || n, ${moderator.id}, true, n % 3 > 0, 1, 1, now() - n * interval '1 minute'
    from generate_series(1, 3000) n`)
  await changeRows(`insert into comment (thread_id, number, author_id, words, state)
    select id, 1, ${moderator.id}, 'Words', case when id % 50 = 0 then 'held' else 'shown' end
    from thread where subject like 'Subject %'`)
  await changeRows('analyze withholding, submission, thread, comment')
  client = postgres(migrationUrl, { max: 1, onnotice: () => {} })
}, 120_000)

afterAll(async () => {
  await closeClients()
  await client?.end()
})

/** Every page of the wiki, by its folder below app/. */
const FOLDERS = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((path) => path === 'page.tsx' || path.endsWith('/page.tsx'))
  .map((path) => path.replace(/\/?page\.tsx$/, ''))

/** Asks a page for everything that it reads, its title included. */
async function visit(folder: string, { params = {}, query = {} }: Visit): Promise<void> {
  const page = await import(/* @vite-ignore */ resolve('app', folder, 'page.tsx'))
  // A page whose address holds a title reads that there.
  asked.path = `/${folder.replace('[...title]', [params.title ?? ''].flat().join('/'))}`
  const props = { params: Promise.resolve(params), searchParams: Promise.resolve(query) }
  await page.generateMetadata?.(props)
  // A page that leads on has read what it had to.
  await page.default(props).catch((error: { digest?: string }) => {
    if (!error.digest?.startsWith('NEXT_REDIRECT')) throw error
  })
}

const changes = {
  page: { lead: { type: 'doc', content: [] } },
  fact: { note: 'Looked at again' },
  // Where a source's words come from is what standings rest on.
  source: { derivedFrom: { kind: 'unknown' }, note: 'Looked at again' },
}

const isReading = ({ text }: Sent) =>
  /^\s*(select|with|\()/i.test(text) && !/\b(insert into|update|delete from)\b/i.test(text)

/** Members of a field are counted roughly up to a hundred thousand, on an index alone. */
const COUNTED_ROUGHLY = /^\s*select count\(\*\)::int as count from \(\s*\(select 1 from "relation"/
const MOST_ROUGHLY = 100_001

const mostOf = (name: string) => BOUNDED[name] ?? (name.startsWith('/search') ? MOST_WEIGHED : MOST_AT_A_STEP)

/** What a plan does that would cost more in a larger wiki, as sentences. */
function faultsOf(name: string, text: string, steps: Step[]): string[] {
  const most = COUNTED_ROUGHLY.test(text) ? MOST_ROUGHLY : mostOf(name)
  return steps.flatMap(({ node, table, index, each, all }) => {
    const where = `${node}${table ? ` of ${table}` : ''}${index ? ` by ${index}` : ''}`
    if (node === 'Seq Scan' && table && BIG.has(table)) return [`${where}: ${all} rows`]
    return each > most || all > most * 10 ? [`${where}: ${each} rows, ${all} in all`] : []
  })
}

async function faultsWhile(name: string, work: () => Promise<unknown>): Promise<string[]> {
  const faults: string[] = []
  for (const sent of await whatIsSent(name, work)) {
    if (!isReading(sent)) continue
    let found = faultsOf(name, sent.text, await explain(client, sent))
    // Where half of a list is wanted, all of it is sorted sooner: that is no fault where an index has the order.
    if (
      found.length > 0 &&
      faultsOf(name, sent.text, await explain(client, sent, { unsorted: true })).length === 0
    )
      found = []
    if (found.length > 0) faults.push(`${name}: ${found.join('; ')}\n    ${sent.text.slice(0, 1_500)}`)
  }
  return faults
}

test('every page is asked for', () => {
  const asked = Object.keys(visits(manifest, 1, 1))
  expect(FOLDERS.filter((folder) => !SMALL.test(folder) && !asked.includes(folder))).toEqual([])
})

test('no page reads a big table through, or a part of it that grows with the wiki', async () => {
  const [{ id } = {}] = await readRows(`select max(id)::int as id from submission where state = 'waiting'`)
  const faults: string[] = []
  for (const [folder, all] of Object.entries(visits(manifest, Number(id), file))) {
    for (const one of all) {
      const query = new URLSearchParams(one.query).toString()
      const name = query ? `/${folder} ?${query}` : `/${folder}`
      faults.push(...(await faultsWhile(name, () => visit(folder, one))))
    }
  }
  expect(faults).toEqual([])
}, 120_000)

test('search looks no further than where there is enough, and as far as there is anything', async () => {
  // The words of frequent entries that are in none of the first range, in a wiki that is larger than this one.
  await changeRows('alter table entry alter column id restart with 40000')
  await publishNew(moderator, 'page', pageContent('Seasons later', { p: 'A zeppelin.' }, { kind: 'person' }))
  const isLookedFurther = async (q: string) => {
    const sent = await whatIsSent(q, () => visit('search', { query: { q } }))
    const steps = (await Promise.all(sent.map((one) => explain(client, one)))).flat()
    const further = steps.filter(
      ({ conditions }) => /entry_id > 30000/.test(conditions) && /'page'/.test(conditions),
    )
    expect(further).not.toEqual([])
    return further.some(({ times }) => times > 0)
  }
  expect(await isLookedFurther('season')).toBe(false)
  expect(await isLookedFurther('zeppelin')).toBe(true)
})

test('nor does an operation: an edit, a suggestion, what the header of every page asks', async () => {
  const { longHistory, mostLinked, widelyShown, mostCited } = manifest
  const faults: string[] = []
  for (const { kind, id, head, lastRevision } of [longHistory, mostLinked, widelyShown, mostCited]) {
    const [row] = await readRows(`select content from revision_content where revision_id = ${lastRevision}`)
    const changed = { ...(row?.content as object), ...changes[kind] }
    const publish = () => publishNow(moderator, edited(kind, id, head, changed))
    faults.push(...(await faultsWhile(`an edit of ${kind} ${id}`, publish)))
  }
  for (const text of ['season', 'se', 'a', '7', manifest.words.titles[0] ?? ''])
    faults.push(...(await faultsWhile(`what is called ${text}`, () => suggest(writersScope, text, null))))
  faults.push(...(await faultsWhile('the corner', () => meOf(moderator))))
  const session = idOfSecret(await openSession(moderator.id, null))
  faults.push(...(await faultsWhile('live numbers', () => lookUpNumbers([session]))))
  expect(faults).toEqual([])
}, 60_000)
