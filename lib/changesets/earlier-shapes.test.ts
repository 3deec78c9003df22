import { expect, test } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import {
  edited,
  holdBack,
  newKey,
  openTestWiki,
  publishNew,
  publishNow,
  send,
  sourceContent,
} from '@/lib/changesets/testing'
import { loadAmendmentForm } from '@/lib/editing/load-amendment'
import { mergeEntry } from '@/lib/moderation/merging/merge-entry'
import { accept } from '@/lib/review/accept'
import { compareRevisions } from '@/lib/revisions/compare'
import { revert } from '@/lib/revisions/revert'

const { moderator, fan } = await openTestWiki('moderator', 'fan')

/** Has the database hold sources and what waits to become them as it did before they had a language and identifiers. */
const asBefore = () =>
  changeRows(`
    alter table revision_content disable trigger user; alter table submission_item disable trigger user;
    update revision_content c set schema_version = 1, content = c.content - 'language' - 'doi' - 'isbn'
      from revision r, entry e where r.id = c.revision_id and e.id = r.entry_id and e.kind = 'source';
    update submission_item set schema_version = 1, content = content - 'language' - 'doi' - 'isbn'
      where entry_kind = 'source';
    alter table revision_content enable trigger user; alter table submission_item enable trigger user`)

const headOf = async (id: number) =>
  (
    await readRows(`select r.number, c.content, c.schema_version from entry e
      join revision r on r.id = e.head_id join revision_content c on c.revision_id = r.id where e.id = ${id}`)
  )[0]

const revisionsOf = async (id: number) =>
  (await readRows(`select id::int from revision where entry_id = ${id} order by number`)).map((row) =>
    Number(row.id),
  )

const talk = sourceContent('A talk', { publisher: 'Radio' })

test('an edit of a text of an earlier shape changes what its author changed, and nothing besides', async () => {
  const id = await publishNew(moderator, 'source', talk)
  await asBefore()
  const named = { ...talk, title: 'Her talk' }
  await publishNow(moderator, edited('source', id, 1, named))
  expect(await headOf(id)).toEqual({ number: 2, content: named, schema_version: 2 })
  const [first = 0, second = 0] = await revisionsOf(id)
  const { diff } = (await compareRevisions(first, second)) ?? {}
  expect(diff).toMatchObject({ fields: [{ field: 'title' }] })
})

test('edits meet on texts of earlier shapes, are kept until they are accepted, and amended', async () => {
  const id = await publishNew(moderator, 'source', talk)
  const held = await holdBack(fan, edited('source', id, 1, { ...talk, title: 'Her talk' }))
  await publishNow(moderator, edited('source', id, 1, { ...talk, publisher: 'Radio 4' }))
  await asBefore()
  const amendment = await loadAmendmentForm(fan, held)
  expect(amendment?.form.editForm.content).toEqual({ ...talk, title: 'Her talk' })
  expect(await accept(moderator, { submissionId: held, roundNumber: 1, key: newKey() })).toMatchObject({
    outcome: 'published',
  })
  const both = { ...talk, title: 'Her talk', publisher: 'Radio 4' }
  expect(await headOf(id)).toEqual({ number: 3, content: both, schema_version: 2 })
  // The same edit again: nothing is left of it to do.
  expect(await send(moderator, edited('source', id, 2, both))).toMatchObject({ reason: 'no_change' })
})

test('an edit in an earlier shape is undone on a text of the current one', async () => {
  const id = await publishNew(moderator, 'source', talk)
  await publishNow(moderator, edited('source', id, 1, { ...talk, publisher: 'Podcast' }))
  await asBefore()
  await publishNow(moderator, edited('source', id, 2, { ...talk, publisher: 'Podcast', language: 'de' }))
  const [, second = 0] = await revisionsOf(id)
  expect(await revert(moderator, { revisionId: second, summary: 'No.', key: newKey() })).toMatchObject({
    outcome: 'published',
  })
  expect((await headOf(id))?.content).toEqual({ ...talk, language: 'de' })
})

test('two sources of an earlier shape are merged', async () => {
  const kept = await publishNew(moderator, 'source', talk)
  const given = await publishNew(
    moderator,
    'source',
    sourceContent('The talk', { url: 'https://a.example/' }),
  )
  await asBefore()
  const asked = { entryId: given, into: '', intoSource: kept, reason: 'The same', key: newKey() }
  expect(await mergeEntry(moderator, asked, { network: null })).toMatchObject({ ok: true })
  expect(await headOf(kept)).toMatchObject({
    content: { title: 'A talk', url: 'https://a.example/', language: null, doi: null },
    schema_version: 2,
  })
})
