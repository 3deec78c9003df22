import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { findActor } from '@/db/accounts/actors'
import { primary } from '@/db/postgres/client'
import { migrateDatabase } from '@/db/postgres/migrate'
import { changeRows, createEmptyDatabase, readRows, type TestDatabase } from '@/db/postgres/testing'
import { checkSignIn } from '@/lib/accounts/sign-in'
import { newcomer, PASSWORD } from '@/lib/accounts/testing'
import { edited, fileContent, holdBack, openTestWiki, publishNew, publishNow } from '@/lib/changesets/testing'
import { fileStore } from '@/lib/file-store/file-store'
import { accountOfKey, commentOfKey, erasedKey, objectKey } from '@/lib/file-store/keys'
import { openTestStore, storedKeys, uploadedPicture } from '@/lib/media/testing'
import { deleteAccount } from '@/lib/own-data/delete-account'
import { type AccountActor, visitor } from '@/lib/policy/actor'
import { done, replied, started } from '@/lib/talk/testing'
import { withholdComment } from '@/lib/talk/withhold-comment'
import { withhold } from '@/lib/withholding/withhold'
import { listDeletions } from '@/lib/worker/tasks/list-deletions'
import { listErasures } from '@/lib/worker/tasks/list-erasures'
import { removeObjects } from '@/lib/worker/tasks/remove-objects'
import { restoreBackup } from './backup/restore'
import { asTarget, holdings, inside } from './backup/testing'
import { writeBackup } from './backup/write'
import { finishDueDeletions, learnDeletions } from './delete-again'
import { eraseCommentsAgain, eraseWhatWasErased, learnWhatWasErased } from './erase-again'

const { fan, moderator, owner } = await openTestWiki('fan', 'moderator', 'owner')
const folder = openTestStore()

let [first, last]: string[] = []
let [older, current]: number[] = []
let erasedComment: number
let takenAgain: number
let leaver: AccountActor
let neutralName: string | undefined
let restored: TestDatabase

/** A file with these pictures, one after the other. */
async function fileOf(...pictures: string[]): Promise<number> {
  const [one = '', ...more] = pictures
  const id = await publishNew(moderator, 'file', fileContent(one, 'A leaf'))
  for (const [at, sha256] of more.entries())
    await publishNow(moderator, edited('file', id, at + 1, fileContent(sha256, 'A leaf')))
  return id
}

async function erase(entryId: number, number: number): Promise<void> {
  const range = { entryId, from: number, to: number, parts: ['text' as const] }
  const erased = await withhold(owner, { ...range, strength: 'erased', reason: 'private', words: null })
  expect(erased).toMatchObject({ ok: true })
}

beforeAll(async () => {
  const pictures = []
  for (let n = 0; n < 4; n += 1) pictures.push((await uploadedPicture(moderator)).sha256)
  const [a = '', b = '', c = '', d = ''] = pictures
  ;[first, last] = [a, c]
  older = await fileOf(a, b)
  current = await fileOf(c)
  await holdBack(fan, edited('file', older, 1, fileContent(a, 'A leaf, seen again')))
  const { threadId, commentId } = await done(
    started(owner, older, 'Marmalade lives here.', 'Whose leaf is it?'),
  )
  erasedComment = commentId
  const { commentId: kept } = await done(replied(owner, threadId, 'It is a maple’s.'))
  leaver = await newcomer()
  const file = join(folder, 'before.backup.gz')
  await writeBackup(process.env.DATABASE_MIGRATION_URL ?? '', fileStore(), file)

  await done(withholdComment(owner, { commentId, strength: 'erased', reason: 'private' }))
  // Written after the backup, its number is another comment's once that is restored.
  const { commentId: later } = await done(replied(owner, threadId, 'Or a plane tree’s.'))
  await done(withholdComment(owner, { commentId: later, strength: 'erased', reason: 'private' }))
  await listErasures()

  await deleteAccount(leaver, { typedName: leaver.name, currentPassword: PASSWORD, stays: 'neutral' })
  await changeRows(`update account_deletion set asked_at = asked_at - interval '15 days', due_at = now()`)
  expect(await finishDueDeletions()).toBe(1)
  await listDeletions()
  neutralName = (await findActor(primary(), leaver.id))?.name
  expect(await storedKeys('erased/comments/')).toHaveLength(2)
  expect(later).toBe(kept + 1)
  takenAgain = later

  await erase(older, 1)
  await publishNow(moderator, edited('file', current, 1, fileContent(d, 'Another leaf')))
  await erase(current, 1)
  await removeObjects()
  expect((await storedKeys('erased/')).filter((key) => !commentOfKey(key) && !accountOfKey(key))).toEqual(
    [a, c].map(erasedKey).sort(),
  )

  restored = await createEmptyDatabase()
  await restoreBackup(file, asTarget(restored), fileStore())
  // As every start does first: a backup holds no jobs.
  await migrateDatabase(asTarget(restored))
})

test('what was erased after a backup was made is erased again where that is restored, before anything is served', async () => {
  expect(await storedKeys('objects/')).not.toContain(objectKey(first ?? ''))
  await inside(restored, async () => {
    await learnWhatWasErased(fileStore())
    expect(await eraseWhatWasErased()).toBe(2)
    const contents = await readRows(`select r.entry_id::int as id, r.number, c.content ->> 'object' as object
      from revision r left join revision_content c on c.revision_id = r.id where r.entry_id = ${older} order by 2`)
    expect(contents[0]).toEqual({ id: older, number: 1, object: null })
    expect(contents[1]?.object).toMatch(/^[\da-f]{64}$/)
    const named = await readRows(
      `select 1 from stored_object where sha256 in ('${first}', '${last}')
        union all select 1 from file_version where sha256 in ('${first}', '${last}')
        union all select 1 from revision_content where content ->> 'object' in ('${first}', '${last}')
        union all select 1 from submission_item where content ->> 'object' = '${first}'`,
    )
    expect(named).toEqual([])
    expect(await readRows('select sha256 from erased_object order by 1')).toEqual(
      [first, last].sort().map((sha256) => ({ sha256 })),
    )
    const acts = await readRows(`select act, entry_id::int as id from audit_record a
      join account on account.id = a.actor_id where account.role = 'system' order by act, id`)
    expect(acts).toEqual([
      { act: 'entry.delete', id: current },
      { act: 'entry.erase', id: older },
      { act: 'entry.erase', id: current },
    ])
  })
})

test('an account that was deleted is deleted again, under the same name', async () => {
  await inside(restored, async () => {
    const { id } = leaver
    expect(await findActor(primary(), id)).toMatchObject({ name: leaver.name })
    await learnDeletions(fileStore())
    expect(await finishDueDeletions()).toBe(1)
    expect((await findActor(primary(), id))?.name).toBe(neutralName)
    expect(await readRows(`select 1 from account where id = ${id} and password_hash is null`)).toHaveLength(1)
    const sentIn = { name: leaver.name, password: PASSWORD }
    expect(await checkSignIn(visitor, sentIn)).toMatchObject({ reason: 'wrong_credentials' })
  })
})

test('a comment that was erased is erased again, and the next one of its number is another one', async () => {
  await inside(restored, async () => {
    expect(await readRows(`select words from comment where id = ${erasedComment}`)).toEqual([
      { words: 'Marmalade lives here.' },
    ])
    const [first] = await readRows(`select thread_id::int as id from comment where id = ${erasedComment}`)
    const again = await done(replied(owner, Number(first?.id), 'I have seen it.'))
    expect(again.commentId).toBe(takenAgain)
    expect(await eraseCommentsAgain(fileStore())).toBe(1)
    const rows = await readRows(`select c.id::int, c.words, c.withheld, t.subject from comment c
      join thread t on t.id = c.thread_id where c.id in (${erasedComment}, ${again.commentId}) order by 1`)
    expect(rows).toEqual([
      { id: erasedComment, words: null, withheld: 'erased', subject: '' },
      { id: again.commentId, words: 'I have seen it.', withheld: null, subject: '' },
    ])
    expect(await eraseCommentsAgain(fileStore())).toBe(0)
    await listErasures()
    expect(await storedKeys('erased/comments/')).toHaveLength(2)
  })
})

test('a file that shows an erased picture now is deleted and erased whole, and starting once more changes nothing', async () => {
  await inside(restored, async () => {
    const [deleted] = await readRows(
      `select deleted_at is not null as gone, deletion_reason as why, label from entry where id = ${current}`,
    )
    expect(deleted).toMatchObject({ gone: true, why: expect.stringContaining('erased') })
    expect(deleted?.label).toMatch(/^Picture \d+$/)
    await removeObjects()
    const before = await holdings(restored)
    await learnWhatWasErased(fileStore())
    expect(await eraseWhatWasErased()).toBe(0)
    expect(await holdings(restored)).toEqual(before)
  })
})

test('a record of the list that cannot be read still says by its name what was erased', async () => {
  const sha256 = 'ab'.repeat(32)
  const record = Buffer.from('{"likeness":')
  await fileStore().put(erasedKey(sha256), record, { size: record.byteLength, mediaType: 'application/json' })
  await learnWhatWasErased(fileStore())
  expect(await readRows(`select likeness from erased_object where sha256 = '${sha256}'`)).toEqual([
    { likeness: null },
  ])
})

test('a wiki in which nothing was erased elsewhere stays as it is', async () => {
  const before = await readRows('select count(*)::int from audit_record')
  await learnWhatWasErased(fileStore())
  expect(await eraseWhatWasErased()).toBe(0)
  expect(await readRows('select count(*)::int from audit_record')).toEqual(before)
})
