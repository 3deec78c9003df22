import { describe, expect, test } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import {
  edited,
  factContent,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import { sentenceOf } from '@/lib/messages/message'
import type { AccountActor } from '@/lib/policy/actor'
import { revert, undo as undoing } from './revert'
import { showRevert } from './show-revert'

const { moderator } = await openTestWiki('moderator')

describe('reverting', () => {
  /** A page with one revision for each text, and the ids of these revisions. */
  async function history(...contents: ReturnType<typeof pageContent>[]) {
    const [first, ...rest] = contents
    const id = await publishNew(moderator, 'page', first ?? pageContent(''))
    for (const [index, content] of rest.entries()) {
      await publishNow(moderator, edited('page', id, index + 1, content))
    }
    const rows = await readRows(`select id::int from revision where entry_id = ${id} order by number`)
    return { id, revisions: rows.map((row) => Number(row.id)) }
  }
  const undo = (actor: AccountActor, revisionId: number | undefined, summary = 'Reverted.') =>
    revert(actor, { revisionId: revisionId ?? 0, summary, key: newKey() })
  const headOf = async (id: number) => {
    const [row] = await readRows(`select r.number, r.via, r.restores_number, r.summary, c.content from entry e
      join revision r on r.id = e.head_id join revision_content c on c.revision_id = r.id where e.id = ${id}`)
    return row
  }

  test('of a deleted page shows nothing of it', async () => {
    const { id, revisions } = await history(
      pageContent('Gone', { a: 'CANARY one' }),
      pageContent('Gone', { a: 'CANARY two' }),
    )
    await readRows(`update entry set deleted_at = now() where id = ${id}`)
    const answer = await undo(await makeAccount('fan'), revisions[1])
    expect(answer).toMatchObject({ ok: false, reason: 'not_found' })
    expect(JSON.stringify(answer)).not.toContain('CANARY')
    await expect(undoing(revisions[1] ?? 0)).rejects.toMatchObject({ refusal: { reason: 'not_found' } })
  })

  test('the latest edit brings the text before it back, as a new revision with an audit record', async () => {
    const before = pageContent('Latest', { p: 'one' })
    const { id, revisions } = await history(before, pageContent('Latest', { p: 'two' }))
    expect(await undo(moderator, revisions[1])).toMatchObject({ ok: true, outcome: 'published' })
    expect(await headOf(id)).toEqual({
      number: 3,
      via: 'revert',
      restores_number: 1,
      summary: 'Reverted.',
      content: before,
    })
    expect(await readRows(`select act, detail, reason from audit_record where entry_id = ${id}`)).toEqual([
      { act: 'entry.revert', detail: { revision: revisions[1] }, reason: 'Reverted.' },
    ])
  })

  test('an older edit is taken out, and what came later stays', async () => {
    const { id, revisions } = await history(
      pageContent('Older', { a: 'one', b: 'one' }),
      pageContent('Older', { a: 'two', b: 'one' }),
      pageContent('Older', { a: 'two', b: 'three' }),
    )
    await undo(moderator, revisions[1])
    expect(await headOf(id)).toMatchObject({
      number: 4,
      restores_number: null,
      content: pageContent('Older', { a: 'one', b: 'three' }),
    })
  })

  test('an older edit whose passage was rewritten since is a conflict with all three texts', async () => {
    const [one, two, three] = ['one', 'two', 'three'].map((text) => pageContent('Rewritten', { a: text }))
    const { id, revisions } = await history(...([one, two, three] as ReturnType<typeof pageContent>[]))
    const answer = await undo(moderator, revisions[1])
    expect(answer).toMatchObject({
      ok: false,
      reason: 'conflict',
      conflicts: [{ base: two, theirs: three, yours: one, conflicts: [{ field: 'body', blockId: 'a' }] }],
    })
    expect(await headOf(id)).toMatchObject({ number: 3 })
  })

  test('keeps the current title, however often the page was renamed since', async () => {
    const { id, revisions } = await history(
      pageContent('First name', { p: 'one' }),
      pageContent('Second name', { p: 'two' }),
      pageContent('Third name', { p: 'two' }),
    )
    expect(await undo(moderator, revisions[1])).toMatchObject({ ok: true })
    expect(await headOf(id)).toMatchObject({ content: pageContent('Third name', { p: 'one' }) })
  })

  test('what was undone already, and what only renamed, leaves nothing to revert', async () => {
    const { revisions } = await history(
      pageContent('Undone', { p: 'one' }),
      pageContent('Undone', { p: 'two' }),
      pageContent('Undone anew', { p: 'two' }),
    )
    await undo(moderator, revisions[1])
    expect(await undo(moderator, revisions[1])).toMatchObject({ ok: false, reason: 'no_change' })
    expect(await undo(moderator, revisions[2])).toMatchObject({ ok: false, reason: 'no_change' })
  })

  test('the first revision is not reverted, nor one that is not there', async () => {
    const { revisions } = await history(pageContent('Alone'))
    expect(await undo(moderator, revisions[0])).toMatchObject({ reason: 'invalid' })
    expect(await undo(moderator, 999_999)).toMatchObject({ reason: 'not_found' })
  })

  test('a text that is withheld is not brought back', async () => {
    const { id, revisions } = await history(
      pageContent('Withheld', { p: 'CANARY' }),
      pageContent('Withheld', { p: 'clean' }),
    )
    await readRows(`insert into withholding (entry_id, from_number, to_number, part, strength, reason, by_id)
      values (${id}, 1, 1, 'text', 'hidden', 'An address.', ${moderator.id})`)
    expect(await undo(moderator, revisions[1])).toMatchObject({ ok: false, reason: 'not_found' })
    expect(await headOf(id)).toMatchObject({ number: 2 })
  })

  test('a fan’s revert waits for review like every other edit', async () => {
    const { id, revisions } = await history(
      pageContent('Waits', { p: 'one' }),
      pageContent('Waits', { p: 'two' }),
    )
    expect(await undo(await makeAccount('fan'), revisions[1])).toMatchObject({ ok: true, outcome: 'waiting' })
    expect(await headOf(id)).toMatchObject({ number: 2 })
    expect(await readRows(`select act from audit_record where entry_id = ${id}`)).toEqual([])
  })

  test('the same revert sent again gets the same answer and undoes nothing twice', async () => {
    const { id, revisions } = await history(
      pageContent('Again', { p: 'one' }),
      pageContent('Again', { p: 'two' }),
    )
    const request = { revisionId: revisions[1] ?? 0, summary: '', key: newKey() }
    const [one, two] = await Promise.all([revert(moderator, request), revert(moderator, request)])
    expect(one).toMatchObject({ ok: true, outcome: 'published' })
    expect(two).toEqual(one)
    expect(await revert(moderator, request)).toEqual(one)
    expect(await headOf(id)).toMatchObject({ number: 3 })
  })

  test('what it would be refused for is said beforehand, and what it would do is shown', async () => {
    const about = await publishNew(moderator, 'page', pageContent('About'))
    const fact = await publishNew(moderator, 'fact', factContent('It rains.', [about]))
    const list = { type: 'factList' as const, attrs: { id: 'l', facts: [fact] } }
    const plain = pageContent('Lists a fact')
    const { id, revisions } = await history({ ...plain, body: { type: 'doc', content: [list] } }, plain)
    expect(await showRevert(moderator, revisions[1] ?? 0)).toMatchObject({
      outcome: { can: true, goesLive: true, headNumber: 2, restoresNumber: 1 },
    })
    await readRows(`update entry set deleted_at = now() where id = ${fact}`)
    const refused = await undo(moderator, revisions[1])
    if (refused.ok) throw new Error('it was reverted')
    expect(refused.reason).toBe('invalid')
    expect(await showRevert(moderator, revisions[1] ?? 0)).toMatchObject({
      outcome: { can: false, message: sentenceOf(refused.message) },
    })
    expect(await headOf(id)).toMatchObject({ number: 2 })
  })
})
