import postgres from 'postgres'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase } from './testing'

const { url, migrationUrl } = await createTestDatabase()
const application = postgres(url, { max: 2, onnotice: () => {} })
const owner = postgres(migrationUrl, { max: 2, onnotice: () => {} })
afterAll(async () => void (await Promise.all([application.end(), owner.end()])))

type Sql = postgres.Sql | postgres.TransactionSql

let sequence = 0
let author: number
let page: number

/** A row's id, from a statement that returns one. */
async function idOf(rows: PromiseLike<postgres.Row[]>): Promise<number> {
  return Number((await rows)[0]?.id)
}

const newAccount = (sql: Sql, name: string) =>
  idOf(sql`insert into account (name, name_key) values (${name}, ${name}) returning id`)

const newEntry = (sql: Sql) =>
  idOf(
    sql`insert into entry (kind, number, label) values ('page', nextval('page_number'), 'A page') returning id`,
  )

async function newRevision(sql: Sql, entry: number, number: number): Promise<number> {
  const id = await idOf(sql`
    insert into revision (entry_id, number, sequence, author_id, summary, via, touches, is_reviewed, hash)
    values (${entry}, ${number}, ${++sequence}, ${author}, '', 'edit', '{}', true, ${`hash ${sequence}`}) returning id`)
  await sql`insert into revision_content (revision_id, schema_version, salt, content)
    values (${id}, 1, 'salt', ${`{"words": "revision ${number}"}`})`
  return id
}

const moveHead = (sql: Sql, entry: number, head: number) =>
  sql`update entry set head_id = ${head} where id = ${entry}`

async function publish(sql: Sql, entry: number, number: number): Promise<void> {
  await moveHead(sql, entry, await newRevision(sql, entry, number))
}

/** A page with three revisions, published as the application does. */
beforeEach(async () => {
  author = await newAccount(application, `Author ${crypto.randomUUID()}`)
  page = await application.begin(async (sql) => {
    const entry = await newEntry(sql)
    for (const number of [1, 2, 3]) await publish(sql, entry, number)
    return entry
  })
})

describe('what is published stays', () => {
  const changes = [
    'update revision set summary = $1',
    'delete from revision',
    'truncate revision cascade',
  ].concat(
    ['update revision_content set salt = $1', 'delete from revision_content', 'truncate revision_content'],
    ['update audit_record set reason = $1', 'delete from audit_record', 'truncate audit_record'],
    ['update event set name = $1', 'delete from event', 'truncate event'],
  )
  const run = (sql: Sql, change: string) => sql.unsafe(change, change.includes('$1') ? ['changed'] : [])

  beforeEach(async () => {
    await application`insert into audit_record (actor_id, act, detail) values (${author}, 'test.act', '{}')`
    await application`insert into event (name, actor_id) values ('test.happened', ${author})`
  })

  test.each(changes)('the application may not: %s', async (change) => {
    await expect(run(application, change)).rejects.toThrow('permission denied')
  })

  test.each(changes)('nor, where one role does everything, its owner: %s', async (change) => {
    await expect(run(owner, change)).rejects.toThrow('what is published stays')
  })
})

describe('one line of revisions', () => {
  test('a head belongs to its entry', async () => {
    const other = await application.begin(async (sql) => {
      const entry = await newEntry(sql)
      await publish(sql, entry, 1)
      return entry
    })
    const foreign = await newRevision(application, other, 2)
    const theft = application.begin(async (sql) => {
      const entry = await newEntry(sql)
      await publish(sql, entry, 1)
      await moveHead(sql, entry, foreign)
    })
    await expect(theft).rejects.toThrow('entry_head_belongs')
  })

  test('an entry without a head is refused when its transaction commits', async () => {
    await expect(application.begin((sql) => newEntry(sql))).rejects.toThrow('has no published revision')
  })

  test('a head moves to the next revision, never past it and never back', async () => {
    const [first] = await application`select id from revision where entry_id = ${page} and number = 1`
    await expect(moveHead(application, page, Number(first?.id))).rejects.toThrow(
      'only move to its next revision',
    )
    await newRevision(application, page, 4)
    const fifth = await newRevision(application, page, 5)
    await expect(moveHead(application, page, fifth)).rejects.toThrow('only move to its next revision')
  })

  test('a gap in the numbers is refused', async () => {
    await expect(newRevision(application, page, 5)).rejects.toThrow('revision_parent')
  })

  test('of two who publish the same number at once, one is refused', async () => {
    const both = [1, 2].map(() => application.begin((sql) => publish(sql, page, 4)))
    const outcomes = await Promise.allSettled(both)
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((outcome) => outcome.status === 'rejected')
    expect(String(refused?.reason)).toContain('revision_line')
  })
})

test('a round of review is decided once', async () => {
  const round = await application.begin(async (sql) => {
    const submission = await idOf(
      sql`insert into submission (author_id, state, summary) values (${author}, 'waiting', '') returning id`,
    )
    return idOf(
      sql`insert into submission_round (submission_id, number) values (${submission}, 1) returning id`,
    )
  })
  const decide = () =>
    application`insert into decision (round_id, verdict, by_id) values (${round}, 'accept', ${author})`.execute()
  const outcomes = await Promise.allSettled([decide(), decide()])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('an entry has one current title, and a key one entry', async () => {
  const name = (key: string, isCurrent: boolean) =>
    application`insert into title (key, entry_id, text, is_current) values (${key}, ${page}, ${key}, ${isCurrent})`.execute()
  await name(`first ${page}`, true)
  await name(`alias ${page}`, false)
  await expect(name(`second ${page}`, true)).rejects.toThrow('title_one_current')
  await expect(name(`alias ${page}`, false)).rejects.toThrow('title_pkey')
})

test('an answer is kept once for each account and key', async () => {
  const keep = () =>
    application`insert into answer (account_id, key, body_hash, answer) values (${author}, 'save-1', 'hash', '{}')`.execute()
  await keep()
  await expect(keep()).rejects.toThrow('answer_account_id_key_pk')
})

describe('erasing', () => {
  const erase = (first: number, last: number) =>
    application`select erase_contents(${page}, ${first}, ${last}) as erased`
  const record = (first: number, last: number, strength: string) => application`
    insert into withholding (entry_id, from_number, to_number, part, strength, reason, by_id)
    values (${page}, ${first}, ${last}, 'text', ${strength}, 'a home address', ${author})`
  const contents = () => application`
    select number from revision join revision_content on revision_id = id where entry_id = ${page} order by number`

  test('is refused where no erasure is recorded, or a weaker one, or a smaller range', async () => {
    await expect(erase(1, 2)).rejects.toThrow('no erasure')
    await record(1, 2, 'suppressed')
    await expect(erase(1, 2)).rejects.toThrow('no erasure')
    await record(1, 1, 'erased')
    await expect(erase(1, 2)).rejects.toThrow('no erasure')
    expect(await contents()).toHaveLength(3)
  })

  test('is refused while the head has the words', async () => {
    await record(2, 3, 'erased')
    await expect(erase(2, 3)).rejects.toThrow('must be clean')
  })

  test('destroys words and salt; number, time and hash stay as a tombstone', async () => {
    await record(1, 2, 'erased')
    expect(await erase(1, 2)).toEqual([{ erased: 2 }])
    expect(await contents()).toEqual([{ number: 3 }])
    const tombstones =
      await application`select number, hash, created_at from revision where entry_id = ${page}`
    expect(tombstones).toHaveLength(3)
    for (const { hash, created_at } of tombstones)
      expect([hash, created_at]).toEqual([expect.any(String), expect.any(Date)])
  })

  test('changes nothing for the rest of its transaction', async () => {
    await record(1, 1, 'erased')
    const greedy = owner.begin(async (sql) => {
      await sql`select erase_contents(${page}, 1, 1)`
      await sql`delete from revision_content`
    })
    await expect(greedy).rejects.toThrow('what is published stays')
  })

  test('of summaries and records is refused where none is on record, and for words that fit anything', async () => {
    const summaries = () => application`select erase_summaries(${page}, 1, 2) as erased`
    const words = (said: string) => application`select erase_recorded_words(${page}, ${said}) as erased`
    await record(1, 2, 'erased')
    await expect(summaries()).rejects.toThrow('no erasure')
    await application`update withholding set part = 'summary' where entry_id = ${page}`
    expect(await summaries()).toEqual([{ erased: 0 }])
    await expect(words('the')).rejects.toThrow('too few characters')
    await application`insert into audit_record (actor_id, act, entry_id, detail, reason)
      values (${author}, 'entry.test', ${page}, '{}', 'Lives in Canary Street')`
    expect(await words('canary street')).toEqual([{ erased: 1 }])
    const records = await application`select act, reason from audit_record where entry_id = ${page}`
    expect(records).toEqual([{ act: 'entry.test', reason: null }])
  })
})
