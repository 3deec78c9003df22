import { describe, expect, test } from 'vitest'
import { insertBlock } from '@/db/accounts/blocks'
import { setProtection } from '@/db/entries/entries'
import { transaction } from '@/db/postgres/client'
import { readRows, somebodyWaits } from '@/db/postgres/testing'
import { lockEntries } from '@/db/publishing/publishing'
import { saying } from '@/lib/messages/testing'
import { accept } from '@/lib/review/accept'
import { decline } from '@/lib/review/turn-down'
import { revert } from '@/lib/revisions/revert'
import {
  added,
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
} from './testing'

await openTestWiki()

describe('a block bites inside the transaction', () => {
  test('whoever was let in before it, and writes after it, writes nothing', async () => {
    const moderator = await makeAccount('moderator')
    const trusted = await makeAccount('trusted')
    const id = await publishNew(moderator, 'page', pageContent('The page', { p: 'one' }))
    let edit: ReturnType<typeof send> | undefined
    await transaction(async (tx) => {
      await lockEntries(tx, [id])
      // Sent by somebody who may, then kept waiting for the entry while the block is set.
      edit = send(trusted, edited('page', id, 1, pageContent('The page', { p: 'two' })))
      await somebodyWaits()
      const block = { accountId: trusted.id, byId: moderator.id, reason: 'Spam.', days: 1 }
      await insertBlock(tx, block)
    })
    expect(await edit).toMatchObject({
      ok: false,
      reason: 'blocked',
      message: saying(expect.stringContaining('Spam.')),
    })
    expect(await readRows(`select number from revision where entry_id = ${id}`)).toEqual([{ number: 1 }])
  })

  test('a protection that comes while an edit waits for the entry holds it back, also of a page that a fact is about', async () => {
    const moderator = await makeAccount('moderator')
    const trusted = await makeAccount('trusted')
    const page = await publishNew(moderator, 'page', pageContent('Protected'))
    const fact = await publishNew(moderator, 'fact', factContent('Said.', [page]))
    let edits: ReturnType<typeof send>[] = []
    await transaction(async (tx) => {
      await lockEntries(tx, [page, fact])
      edits = [
        send(trusted, edited('page', page, 1, pageContent('Protected', { p: 'Words.' }))),
        send(trusted, edited('fact', fact, 1, factContent('Said otherwise.', [page]))),
      ]
      await somebodyWaits(2)
      await setProtection(tx, page, { level: 'moderators', until: null, reason: 'Fought over.' })
    })
    for (const edit of edits) expect(await edit).toMatchObject({ ok: true, outcome: 'waiting' })
  })

  test('a blocked moderator decides and reverts nothing, whatever their session says', async () => {
    const owner = await makeAccount('owner')
    const moderator = await makeAccount('moderator')
    const submissionId = await holdBack(await makeAccount('fan'), added('page', pageContent('Held')))
    const id = await publishNew(owner, 'page', pageContent('Shown', { p: 'one' }))
    const { entries } = await publishNow(owner, edited('page', id, 1, pageContent('Shown', { p: 'two' })))
    const block = { accountId: moderator.id, byId: owner.id, reason: 'A break.', days: null }
    await transaction((tx) => insertBlock(tx, block))
    const seen = { submissionId, roundNumber: 1 }
    const undoing = { revisionId: entries[0]?.revisionId ?? 0, summary: '' }
    const answers = [
      await accept(moderator, { ...seen, key: newKey() }),
      await decline(moderator, { ...seen, key: newKey(), reason: 'No.' }),
      await revert(moderator, { ...undoing, key: newKey() }),
    ]
    expect(answers.map((answer) => answer.ok || answer.reason)).toEqual(['blocked', 'blocked', 'blocked'])
  })
})
