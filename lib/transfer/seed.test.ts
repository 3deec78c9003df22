import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { beforeAll, describe, expect, test } from 'vitest'
import { reads, transaction } from '@/db/postgres/client'
import { createTestDatabase, readRows } from '@/db/postgres/testing'
import { weigh } from '@/db/search/search'
import { readField } from '@/lib/fields/read-field'
import type { FieldDefinition } from '@/lib/fields/typed-value'
import { objectKey } from '@/lib/file-store/keys'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { readersScope } from '@/lib/policy/policy'
import { readSearch } from '@/lib/titles/search-query'
import { titleKey } from '@/lib/titles/title'
import { openTestStore } from './backup/testing'
import { importSeedFile } from './import-seed-file'
import { seedWiki } from './seed'
import { type SeedFile, seedFileSchema } from './seed-file'
import { readSeedPictures } from './seed-pictures'

const store = openTestStore()

describe('the seed', () => {
  beforeAll(async () => {
    await createTestDatabase()
    await seedWiki({ store })
  })

  test('brings 96 pages, 48 statements and one more fact, 111 sources and 16 drawings', async () => {
    const rows = await readRows(`select kind, count(*)::int as count from entry group by kind order by kind`)
    expect(rows).toEqual([
      { kind: 'page', count: 96 },
      { kind: 'fact', count: 49 },
      { kind: 'source', count: 111 },
      { kind: 'file', count: 16 },
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
    expect(counts).toMatchObject({ revisions: 272, headless: 0, standings: 49, searchable: 49, titles: 96 })
    expect(counts?.about).toBeGreaterThan(100)
  })

  test('one page lists the 48 statements in the order of the article', async () => {
    const rows =
      await readRows(`select f.number from link l join entry p on p.id = l.from_id join entry f on f.id = l.to_id
      where l.kind = 'embeds' and f.kind = 'fact' and p.label = 'Heartstopper (TV series)' order by l.position`)
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 48 }, (_, index) => index + 1))
  })

  test('has the facts that tell plot behind the gates of their places, and search finds them for whom those are open to', async () => {
    const rows = await readRows(`select e.number, p.label as place, p.id::int as season
      from entry e join entry p on p.id = e.gate_page_id where e.gate_kind <> 'none' order by e.number`)
    expect(rows.map(({ number, place }) => [number, place])).toEqual([
      [23, 'Boyfriend (season one, episode eight)'],
      [41, 'Boyfriend (season one, episode eight)'],
      [46, 'Family (season two, episode two)'],
      [49, 'Heartstopper, season three'],
    ])
    const found = async (open: number[]) =>
      (await weigh(reads(), readersScope(open), readSearch('non-binary'))).candidates
    expect((await found([])).map(({ kind }) => kind)).not.toContain('fact')
    expect((await found([Number(rows.at(-1)?.season)])).map(({ kind }) => kind)).toContain('fact')
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

  test('every value of an infobox can be read as the type of its field, and links the pages that it names', async () => {
    const fields = await readRows(`select kind || '.' || key as field, type, unit from infobox_field`)
    const definitions = new Map(
      fields.map(({ field, type, unit }) => [field, { type, unit } as FieldDefinition]),
    )
    const pages =
      await readRows(`select c.content from revision_content c join entry e on e.head_id = c.revision_id
      where e.kind = 'page'`)
    const values = pages.flatMap((row) => {
      const { title, kind, infobox } = row.content as PageContent
      return Object.entries(infobox).map(([key, line]) => ({ title, field: `${kind}.${key}`, line }))
    })
    const read = values.map(({ field, line, ...rest }) => {
      const definition = definitions.get(field)
      if (!definition) throw new Error(`no field ${field}`)
      return { field, ...rest, reading: readField(definition, line, 'en'), said: definition.type }
    })
    expect(read.length).toBeGreaterThan(100)
    expect(read.filter(({ reading }) => !reading.fits)).toEqual([])
    const titles = new Set(pages.map((row) => titleKey((row.content as PageContent).title)))
    const byTitle = read.flatMap(({ reading }) =>
      reading.values.flatMap((value) => (value.kind === 'page' && 'titleKey' in value ? value.titleKey : [])),
    )
    expect(byTitle.filter((key) => titles.has(key))).toEqual([])
  })

  test('each season, place and theme, and the first page, shows a drawing whose bytes are stored', async () => {
    const pages = await readRows(`select e.label from entry e join page_facet p on p.entry_id = e.id
      where (p.kind in ('season', 'place', 'theme') or e.label = 'Heartstopper (TV series)') and not exists (
        select 1 from link l join file_version v on v.entry_id = l.to_id
        where l.from_id = e.id and l.kind = 'embeds' and l.until is null)`)
    expect(pages).toEqual([])
    const known = await readRows(
      `select sha256, bytes, width, height, colour, likeness, media_type from stored_object`,
    )
    const pictures = await readSeedPictures()
    expect(known).toHaveLength(pictures.size)
    for (const { content, ...picture } of pictures.values()) {
      expect(known).toContainEqual({ ...picture, media_type: 'image/webp' })
      expect(createHash('sha256').update(content).digest('hex')).toBe(picture.sha256)
      const stored = await store.read(objectKey(picture.sha256))
      expect(stored?.size).toBe(picture.bytes)
      stored?.stream.destroy()
    }
    const drawings = (await readdir('db/seed/drawings')).map((file) => file.replace('.svg', ''))
    expect([...pictures.keys()].sort()).toEqual(drawings.sort())
  })

  test('a file with a value in a field that its kind does not declare, or without a required one, is refused', async () => {
    const file = seedFileSchema.parse(JSON.parse(await readFile('db/seed/heartstopper.json', 'utf8')))
    const withInfobox = (infobox: Record<string, string>) => ({
      ...file,
      pages: file.pages.map((page) => (page.key === 'isle-of-man' ? { ...page, infobox } : page)),
    })
    const imported = (changed: SeedFile) =>
      transaction((tx) => importSeedFile(tx, changed, { pictures: new Map(), store }, 1))
    await expect(imported(withInfobox({ type: 'island', plays: 'rugby' }))).rejects.toThrow('no field plays')
    await expect(imported(withInfobox({}))).rejects.toThrow('no value in type')
  })

  test('seeding twice changes nothing', async () => {
    const before = await readRows(
      `select max(id)::int as revision, (select max(id)::int from cache_event) as event from revision`,
    )
    expect(await seedWiki({ store })).toEqual({ seeded: false })
    expect(
      await readRows(
        `select max(id)::int as revision, (select max(id)::int from cache_event) as event from revision`,
      ),
    ).toEqual(before)
  })
})
