import { describe, expect, test } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import { parseChangeset } from '@/lib/changesets/parse'
import type { Changeset } from '@/lib/changesets/schema'
import {
  changesetOf,
  edited,
  factContent,
  holdBack,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  send,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { RefusalError } from '@/lib/errors'
import { loadFactForEditing } from '@/lib/facts/load-for-editing'
import { emptySource } from '@/lib/kinds/schemas/empty-source'
import { saying } from '@/lib/messages/testing'
import { loadPageForEditing } from '@/lib/pages/load-for-editing'
import { accept } from '@/lib/review/accept'
import { previewChangeset } from '@/lib/review/preview'
import { showCase } from '@/lib/review/show-case'
import { decline } from '@/lib/review/turn-down'
import { saveOperations } from '@/lib/submissions/save'
import { withdraw } from './withdraw'

const { fan, moderator } = await openTestWiki('fan', 'moderator')

const round = (submissionId: number, roundNumber = 1) => ({ submissionId, roundNumber, key: newKey() })
const headOf = async (id: number) =>
  (
    await readRows(
      `select c.content from entry e join revision_content c on c.revision_id = e.head_id where e.id = ${id}`,
    )
  )[0]?.content
const roundOf = async (submission: number) =>
  Number(
    (await readRows(`select max(id) as id from submission_round where submission_id = ${submission}`))[0]?.id,
  )

describe('several waiting edits of one author', () => {
  let count = 0

  /** A page with a first edit of it that waits, and a second one based on that. */
  async function two(first: Record<string, string>, second: Record<string, string>) {
    const title = `Stack ${++count}`
    const page = (words: Record<string, string>) => pageContent(title, { a: 'a', b: 'b', c: 'c', ...words })
    const id = await publishNew(moderator, 'page', page({}))
    const one = await holdBack(fan, edited('page', id, 1, page(first)))
    const onTop: Changeset['items'][number] = {
      ...edited('page', id, 1, page({ ...first, ...second })),
      baseRoundId: await roundOf(one),
    }
    return { id, page, one, onTop, other: await holdBack(fan, onTop) }
  }

  test.each([
    ['in their order', ['one', 'other']],
    ['the second before the first', ['other', 'one']],
  ] as const)('both are published when both are accepted, %s', async (_, order) => {
    const made = await two({ a: 'first' }, { b: 'second' })
    for (const which of order)
      expect(await accept(moderator, round(made[which]))).toMatchObject({ outcome: 'published' })
    expect(await headOf(made.id)).toEqual(made.page({ a: 'first', b: 'second' }))
  })

  test('the second alone publishes its own change, and nothing of a first that was declined', async () => {
    const { id, page, one, other } = await two({ a: 'CANARY' }, { b: 'second' })
    await decline(moderator, { ...round(one), reason: 'No.' })
    await accept(moderator, round(other))
    expect(await headOf(id)).toEqual(page({ b: 'second' }))
  })

  test('what changes the very words of the first waits for it, and says so', async () => {
    const { id, page, one, other } = await two({ a: 'first' }, { a: 'first, and better' })
    const answer = await accept(moderator, round(other))
    expect(answer).toMatchObject({
      ok: false,
      reason: 'conflict',
      message: saying(`This is based on submission ${one}, which is not decided yet: decide that one first.`),
      conflicts: [{ buildsOn: one, base: page({ a: 'first' }) }],
    })
    await accept(moderator, round(one))
    expect(await accept(moderator, round(other))).toMatchObject({ outcome: 'published' })
    expect(await headOf(id)).toEqual(page({ a: 'first, and better' }))
  })

  test('on a first that was declined it is a conflict like any other', async () => {
    const { one, other } = await two({ a: 'first' }, { a: 'first, and better' })
    await decline(moderator, { ...round(one), reason: 'No.' })
    expect(await accept(moderator, round(other))).toMatchObject({
      reason: 'conflict',
      conflicts: [{ buildsOn: null }],
    })
  })

  test('a third is based on the second, and all three are published', async () => {
    const { id, page, one, other } = await two({ a: 'first' }, { b: 'second' })
    const text = page({ a: 'first', b: 'second', c: 'third' })
    const third = await holdBack(fan, { ...edited('page', id, 1, text), baseRoundId: await roundOf(other) })
    for (const submission of [third, one, other]) await accept(moderator, round(submission))
    expect(await headOf(id)).toEqual(text)
  })

  test('the reviewer is shown what the second changes, and nothing of the first', async () => {
    const { one, other } = await two({ a: 'CANARY' }, { b: 'second' })
    const found = await showCase(moderator, other)
    expect(found?.items[0]).toMatchObject({
      buildsOn: { submissionId: one, state: 'waiting' },
      isComparedWithHead: true,
    })
    expect(JSON.stringify(found?.items[0]?.diff)).not.toContain('CANARY')
    await decline(moderator, { ...round(other), reason: 'No.' })
    const declined = await showCase(fan, other)
    expect(declined?.items[0]).toMatchObject({ isComparedWithHead: false })
    const rows = declined?.items[0]?.diff.fields.flatMap(({ rows }) => rows) ?? []
    expect(rows.filter((row) => !('unchanged' in row))).toHaveLength(1)
  })

  test('a first that was taken back still tells what the second changes', async () => {
    const { id, page, one, other } = await two({ a: 'first' }, { b: 'second' })
    await withdraw(fan, { ...round(one), state: 'waiting' })
    expect(await accept(moderator, round(other))).toMatchObject({ outcome: 'published' })
    expect(await headOf(id)).toEqual(page({ b: 'second' }))
  })

  test('what others published meanwhile stays, and where it met the second its author settles it', async () => {
    const { id, page, onTop } = await two({ a: 'first' }, { b: 'second' })
    await publishNow(moderator, edited('page', id, 1, page({ c: 'theirs' })))
    const kept = await holdBack(fan, { ...onTop, content: page({ a: 'first, better', b: '2' }) })
    expect(
      await readRows(
        `select base_number, base_round_id::int as base from submission_item where round_id = ${await roundOf(kept)}`,
      ),
    ).toEqual([{ base_number: 1, base: onTop.baseRoundId }])
    await publishNow(moderator, edited('page', id, 2, page({ b: 'theirs', c: 'theirs' })))
    expect(await send(fan, { ...onTop, content: page({ a: 'first', b: 'mine' }) })).toMatchObject({
      reason: 'conflict',
      conflicts: [{ conflicts: [{ blockId: 'b' }] }],
    })
  })

  test.each([
    ['another’s', () => makeAccount('fan')],
    ['a moderator’s look at it', async () => moderator],
  ])('a base of somebody else is not there: %s', async (_, who) => {
    const { onTop } = await two({ a: 'CANARY' }, { b: 'second' })
    const answer = await send(await who(), onTop)
    expect(answer).toMatchObject({ ok: false, reason: 'not_found' })
    expect(JSON.stringify(answer)).not.toContain('CANARY')
  })

  test('looked at before it is sent it shows its own change, and another’s base is not there', async () => {
    const { onTop, one } = await two({ a: 'CANARY' }, { b: 'second' })
    const wanted = parseChangeset(changesetOf(onTop))
    const { items } = await previewChangeset(fan, wanted)
    expect(items).toMatchObject([{ buildsOn: { submissionId: one } }])
    expect(JSON.stringify(items[0]?.diff)).not.toContain('CANARY')
    await expect(previewChangeset(moderator, wanted)).rejects.toThrow(RefusalError)
  })

  test('neither is one of another entry, nor one that there never was', async () => {
    const { onTop } = await two({ a: 'x' }, { b: 'y' })
    const { id, page } = await two({ a: 'x' }, { b: 'y' })
    for (const baseRoundId of [onTop.baseRoundId, 2 ** 40]) {
      const forged = { ...edited('page', id, 1, page({ a: 'z' })), baseRoundId }
      expect(await send(fan, forged)).toMatchObject({ ok: false, reason: 'not_found' })
    }
  })

  describe('the form', () => {
    const blank = { summary: '', isMinor: false, sources: [] }
    const noClient = { network: null }

    test('starts from the newest that waits, and what it sends is based on that', async () => {
      const { id, page, other } = await two({ a: 'first' }, { b: 'second' })
      const title = page({}).title
      const editForm = await loadPageForEditing(fan, title)
      const baseRoundId = await roundOf(other)
      expect(editForm).toMatchObject({
        baseNumber: 1,
        content: page({ a: 'first', b: 'second' }),
        start: { baseRoundId, open: { submissionId: other, state: 'waiting', isBase: true } },
      })
      const published = await loadPageForEditing(fan, title, 'published')
      expect(published).toMatchObject({ content: page({}), start: { baseRoundId: null } })
      expect((await loadPageForEditing(moderator, title))?.content).toEqual(page({}))
      const content = page({ a: 'first', b: 'second', c: 'third' })
      const input = { ...blank, key: newKey(), entryId: id, baseNumber: 1, baseRoundId, content }
      const saved = await saveOperations.page(fan, input, noClient)
      expect(saved).toMatchObject({ ok: true, outcome: 'waiting' })
    })

    test('starts from what is published where the waiting one brings new sources along, and says so', async () => {
      const page = await publishNew(moderator, 'page', pageContent('Of a fact'))
      const fact = await publishNew(moderator, 'fact', factContent('He sings.', [page]))
      const content = factContent('He sings.', [page], { citations: [citationOf(-2)] })
      const sources = [{ ...emptySource, title: 'A concert' }]
      const input = { ...blank, key: newKey(), entryId: fact, baseNumber: 1, content, sources }
      await saveOperations.fact(fan, input, noClient)
      expect(await loadFactForEditing(fan, 1)).toMatchObject({
        content: { citations: [] },
        start: { baseRoundId: null, open: { isBase: false } },
      })
    })
  })
})
