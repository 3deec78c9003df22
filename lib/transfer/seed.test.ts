import { beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, readRows } from '@/db/postgres/testing'
import { seedWiki } from './seed'

describe('the seed', () => {
  beforeAll(async () => {
    await createTestDatabase()
    await seedWiki()
  })

  test('brings 62 pages, 48 statements and one gated fact, 111 sources', async () => {
    const rows = await readRows(`select kind, count(*)::int as count from entry group by kind order by kind`)
    expect(rows).toEqual([
      { kind: 'page', count: 62 },
      { kind: 'fact', count: 49 },
      { kind: 'source', count: 111 },
    ])
  })

  test('comes in through publish(): one line of revisions, links, standings and search rows', async () => {
    const [counts] = await readRows(`select
      (select count(*)::int from revision where number = 1 and via = 'import') as revisions,
      (select count(*)::int from entry e where e.head_id is null) as headless,
      (select count(*)::int from link where kind = 'about' and until is null) as about,
      (select count(*)::int from fact_standing) as standings,
      (select count(*)::int from search_row where kind = 'fact') as searchable,
      (select count(*)::int from title where is_current) as titles`)
    expect(counts).toMatchObject({ revisions: 222, headless: 0, standings: 49, searchable: 48, titles: 62 })
    expect(counts?.about).toBeGreaterThan(100)
  })

  test('one page lists the 48 statements in the order of the article', async () => {
    const rows =
      await readRows(`select f.number from link l join entry p on p.id = l.from_id join entry f on f.id = l.to_id
      where l.kind = 'embeds' and p.label = 'Heartstopper (TV series)' order by l.position`)
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 48 }, (_, index) => index + 1))
  })

  test('keeps a fact behind its gate out of labels and search', async () => {
    const rows = await readRows(
      `select e.label from entry e join fact_facet f on f.entry_id = e.id where f.gate_kind <> 'none'`,
    )
    expect(rows).toEqual([{ label: 'Fact 49 (closed until you are there)' }])
    const leaks = await readRows(
      `select entry_id from search_row where text ilike '%non-binary%' or label ilike '%non-binary%'`,
    )
    expect(leaks).toEqual([])
  })

  test('an original that nobody could open is named, never first-hand', async () => {
    const rows = await readRows(
      `select s.standing, count(*)::int as count from fact_standing s group by 1 order by 1`,
    )
    const standings = Object.fromEntries(rows.map((row) => [row.standing, row.count]))
    expect(standings.corroborated).toBeUndefined()
    expect(standings.original_named).toBeGreaterThan(20)
    expect(standings.first_hand).toBeGreaterThan(0)
  })

  test('seeding twice changes nothing', async () => {
    const before = await readRows(
      `select max(id)::int as revision, (select max(id)::int from cache_event) as event from revision`,
    )
    expect(await seedWiki()).toEqual({ seeded: false })
    expect(
      await readRows(
        `select max(id)::int as revision, (select max(id)::int from cache_event) as event from revision`,
      ),
    ).toEqual(before)
  })
})
