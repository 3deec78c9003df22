import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { APPLICATION_ROLE } from '@/db/postgres/roles'
import {
  changeRows,
  createEmptyDatabase,
  createTestDatabase,
  readRows,
  type TestDatabase,
} from '@/db/postgres/testing'
import { recordResponse } from '@/lib/cache/dependencies'
import {
  added,
  edited,
  holdBack,
  makeAccount,
  newKey,
  pageContent,
  paragraph,
  prepareWiki,
  publishNew,
  publishNow,
  send,
} from '@/lib/changesets/testing'
import { saying } from '@/lib/messages/testing'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { restoreEntry } from '@/lib/moderation/restore-entry'
import type { AccountActor } from '@/lib/policy/actor'
import { accept } from '@/lib/review/accept'
import { showCase } from '@/lib/review/show-case'
import { loadComparison } from '@/lib/revisions/loaders'
import { loadRecent } from '@/lib/revisions/recent'
import { revert } from '@/lib/revisions/revert'
import { searchFor } from '@/lib/search/loaders'
import { nowhere } from '@/lib/transfer/backup/objects'
import { restoreBackup } from '@/lib/transfer/backup/restore'
import { asTarget, holdings, openTestStore } from '@/lib/transfer/backup/testing'
import { writeBackup } from '@/lib/transfer/backup/write'
import { withhold } from '@/lib/withholding/withhold'
import type { ContentKind } from './registry'
import type { RecipeContent } from './testing-recipe'

/* What a new kind adds to the lists of kinds. */
vi.mock('@/db/entries/schema', async (original) => {
  const real = await original<typeof import('@/db/entries/schema')>()
  return { ...real, entryKinds: [...real.entryKinds, 'recipe'] }
})
vi.mock('@/db/search/searched', async (original) => {
  const real = await original<typeof import('@/db/search/searched')>()
  Object.assign(real.searched, { recipe: { most: 100, weight: 1, calledBy: 'label' } })
  return real
})
vi.mock('./all', async (original) => {
  const real = await original<typeof import('./all')>()
  const { recipeKind } = await import('./testing-recipe')
  return { allKinds: { ...real.allKinds, recipe: recipeKind } }
})

const RECIPE = 'recipe' as ContentKind
/** What a new kind brings along to the database: one migration of two lines. */
const MIGRATION = [`alter type entry_kind add value 'recipe'`, 'create sequence recipe_number as integer']

const folder = mkdtempSync(join(tmpdir(), 'loreleaf-kind-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a kind of entry that only its own files and the lists of kinds know', () => {
  let wiki: TestDatabase
  let fan: AccountActor
  let moderator: AccountActor
  let page: number
  let recipe: number

  const content = (steps: Record<string, string>, rest: Partial<RecipeContent> = {}): RecipeContent => ({
    dish: 'Fried milk',
    method: { type: 'doc', content: Object.entries(steps).map(([id, text]) => paragraph(id, text)) },
    ingredients: ['milk', 'flour'],
    seenOn: [page],
    ...rest,
  })
  const contentNow = async () =>
    (
      await readRows(`select c.content from entry e
        join revision_content c on c.revision_id = e.head_id where e.id = ${recipe}`)
    )[0]?.content
  const revisions = async () =>
    (await readRows(`select id::int as id from revision where entry_id = ${recipe} order by number`)).map(
      ({ id }) => Number(id),
    )
  const reading = <T>(work: () => Promise<T>) =>
    recordResponse({ tags: new Set(), expiresAt: null, failed: false }, work)
  const compare = async (older: number, newer: number) => {
    const ids = await revisions()
    return reading(() => loadComparison(String(ids[older - 1] ?? 0), String(ids[newer - 1])))
  }

  beforeAll(async () => {
    wiki = await createTestDatabase()
    for (const line of [...MIGRATION, `grant usage on sequence recipe_number to ${APPLICATION_ROLE}`])
      await changeRows(line)
    await prepareWiki()
    fan = await makeAccount('fan')
    moderator = await makeAccount('moderator')
    page = await publishNew(moderator, 'page', pageContent('The bakery'))
    const made = await publishNow(moderator, added(RECIPE, content({ a: 'Boil it.', b: 'Fry it.' })))
    recipe = made.entries[0]?.id ?? 0
    expect(made.entries).toMatchObject([
      { kind: 'recipe', number: 1, label: 'Fried milk', path: '/recipes/1' },
    ])
  })

  test('is judged by its schema, and refused at its field', async () => {
    expect(await send(moderator, added(RECIPE, content({}, { dish: '' })))).toMatchObject({
      ok: false,
      reason: 'invalid',
      fields: { 'items.1.dish': saying(expect.any(String)) },
    })
    const unknown = added(RECIPE, content({}, { seenOn: [999_999] }))
    expect(await send(moderator, unknown)).toMatchObject({
      ok: false,
      fields: { 'items.1.seenOn': saying(expect.any(String)) },
    })
  })

  test('points at what its fields say, and is found by its words', async () => {
    expect(await readRows(`select kind, to_id::int as to from link where from_id = ${recipe}`)).toEqual([
      { kind: 'mentions', to: page },
    ])
    for (const words of ['fried milk', 'flour'])
      expect((await reading(() => searchFor({ q: words }))).hits).toMatchObject([
        { kind: 'recipe', label: 'Fried milk', path: '/recipes/1' },
      ])
  })

  test('an edit waits, is looked at field by field, and is accepted', async () => {
    const next = content({ a: 'Boil it slowly.', b: 'Fry it.' }, { ingredients: ['milk', 'sugar'] })
    const id = await holdBack(fan, edited(RECIPE, recipe, 1, next))
    expect(await showCase(moderator, id)).toMatchObject({
      heading: 'Recipe 1: Fried milk',
      items: [
        {
          eyebrow: 'Edit to a recipe',
          shownOn: 'cooked nowhere',
          path: '/recipes/1',
          diff: { fields: [{ label: 'Method' }, { label: 'Ingredients' }] },
        },
      ],
    })
    const decided = await accept(moderator, { submissionId: id, roundNumber: 1, key: newKey() })
    expect(decided).toMatchObject({ ok: true, outcome: 'published' })
    expect(await contentNow()).toEqual(next)
    expect((await reading(() => loadRecent(undefined))).lines[0]).toMatchObject({
      touches: ['evidence', 'wording'],
      entry: { kind: 'recipe', label: 'Fried milk', path: '/recipes/1' },
    })
  })

  test('two edits of it are merged, or met where they meet', async () => {
    const theirs = content(
      { a: 'Boil it slowly.', b: 'Fry it.', c: 'Eat it.' },
      { ingredients: ['milk', 'sugar'] },
    )
    await publishNow(moderator, edited(RECIPE, recipe, 2, theirs))
    const yours = content(
      { a: 'Boil it slowly.', b: 'Fry it in oil.' },
      { ingredients: ['milk', 'sugar', 'oil'] },
    )
    await publishNow(moderator, edited(RECIPE, recipe, 2, yours))
    expect(await contentNow()).toEqual(
      content(
        { a: 'Boil it slowly.', b: 'Fry it in oil.', c: 'Eat it.' },
        { ingredients: ['milk', 'sugar', 'oil'] },
      ),
    )
    const late = content({ a: 'Boil it slowly.', b: 'Bake it.' }, { ingredients: ['milk', 'sugar'] })
    expect(await send(moderator, edited(RECIPE, recipe, 2, late))).toMatchObject({
      ok: false,
      reason: 'conflict',
      conflicts: [{ kind: 'recipe', conflicts: [{ field: 'method', blockId: 'b' }] }],
    })
  })

  test('its versions are compared, and one edit of it is undone', async () => {
    expect(await compare(1, 2)).toMatchObject({
      kind: 'recipe',
      label: 'Fried milk',
      path: '/recipes/1',
      historyPath: '/recipes/1/history',
      diff: {
        fields: [
          { label: 'Method', sentence: 'Method: 1 passage changed' },
          { label: 'Ingredients', sentence: 'Ingredients: sugar added; flour removed' },
        ],
      },
    })
    const [, , third = 0] = await revisions()
    const undone = await revert(
      moderator,
      { revisionId: third, summary: '', key: newKey() },
      { network: null },
    )
    expect(undone).toMatchObject({ ok: true })
    expect((await contentNow()) as RecipeContent).toMatchObject({
      method: { content: [{ attrs: { id: 'a' } }, { attrs: { id: 'b' } }] },
    })
  })

  test('a version of it is hidden, and it is deleted and restored', async () => {
    const hidden = await withhold(
      moderator,
      {
        entryId: recipe,
        from: 1,
        to: 1,
        parts: ['text'],
        strength: 'hidden',
        reason: 'unkind',
        words: null,
      },
      { network: null },
    )
    expect(hidden).toMatchObject({ ok: true })
    expect(await compare(1, 2)).toMatchObject({ diff: 'withheld' })
    const reason = { entryId: recipe, reason: 'A doubt' }
    expect(await deleteEntry(moderator, reason, { network: null })).toMatchObject({ ok: true })
    expect((await reading(() => searchFor({ q: 'fried milk' }))).hits).toEqual([])
    expect(await compare(2, 3)).toMatchObject({ state: 'deleted', deletion: { name: 'Recipe 1' } })
    expect(await restoreEntry(moderator, reason, { network: null })).toMatchObject({
      ok: true,
      path: '/recipes/1',
    })
    expect((await reading(() => searchFor({ q: 'fried milk' }))).hits).toHaveLength(1)
  })

  test('it is in a backup, and comes back from it', async () => {
    const file = join(folder, 'wiki.backup.gz')
    await writeBackup(wiki.migrationUrl, openTestStore(), file)
    const empty = await createEmptyDatabase()
    await restoreBackup(file, { ...asTarget(empty), folder: migrationsWithIt() }, nowhere)
    expect(await holdings(empty)).toEqual(await holdings(wiki))
  })
})

/** The migrations of the project with the one line that a new kind adds. */
function migrationsWithIt(): string {
  const copy = join(folder, 'drizzle')
  cpSync(resolve('drizzle'), copy, { recursive: true })
  const journal = JSON.parse(readFileSync(join(copy, 'meta/_journal.json'), 'utf8'))
  const last = join(copy, `${journal.entries.at(-1).tag}.sql`)
  writeFileSync(last, [readFileSync(last, 'utf8'), ...MIGRATION].join('\n--> statement-breakpoint\n'))
  return copy
}
