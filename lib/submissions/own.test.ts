import { describe, expect, test } from 'vitest'
import { insertBlock } from '@/db/accounts/blocks'
import { transaction } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import {
  added,
  changesetOf,
  edited,
  factContent,
  holdBack,
  inOwnWords,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { saying } from '@/lib/messages/testing'
import { accept } from '@/lib/review/accept'
import { decline, requestChanges } from '@/lib/review/turn-down'
import { amend } from './amend'
import type { OwnSeen } from './own'
import { reopen } from './reopen'
import { withdraw } from './withdraw'

const { fan, moderator } = await openTestWiki('fan', 'moderator')

const noClient = { network: null }
const round = (submissionId: number, roundNumber = 1) => ({ submissionId, roundNumber, key: newKey() })
const seen = (submissionId: number, state: OwnSeen['state'], roundNumber = 1) => ({
  submissionId,
  roundNumber,
  state,
})
const act = (...of: Parameters<typeof seen>) => ({ ...seen(...of), key: newKey() })
const rowOf = async (id: number) =>
  (
    await readRows(`select state, waiting_since, (select max(number)::int from submission_round where submission_id = ${id}) as rounds
    from submission where id = ${id}`)
  )[0]
const headOf = async (id: number) =>
  (
    await readRows(`select r.number, c.content from entry e join revision r on r.id = e.head_id
    join revision_content c on c.revision_id = r.id where e.id = ${id}`)
  )[0]

describe('what an author does with their own', () => {
  let count = 0

  /** A page of its own with a waiting edit of it. */
  async function waiting(text = 'two') {
    const title = `Page ${++count}`
    const id = await publishNew(moderator, 'page', pageContent(title, { p: 'one', q: 'still' }))
    const page = (p: string, q = 'still') => pageContent(title, { p, q })
    const held = await holdBack(fan, edited('page', id, 1, page(text)))
    const amendTo = (p: string, state: OwnSeen['state'], roundNumber = 1, by = fan) =>
      amend(
        by,
        { ...changesetOf(edited('page', id, 1, page(p))), amends: seen(held, state, roundNumber) },
        noClient,
      )
    return { id, held, page, amendTo }
  }

  test('declined, amended, accepted: the amended text is what is published', async () => {
    const { id, held, page, amendTo } = await waiting()
    await decline(moderator, { ...round(held), reason: 'Who says so?' })
    expect(await amendTo('two, says Nick', 'declined')).toEqual({
      ok: true,
      outcome: 'waiting',
      submissionId: held,
    })
    expect(await rowOf(held)).toMatchObject({ state: 'waiting', rounds: 2 })
    expect(await accept(moderator, round(held))).toMatchObject({ reason: 'already_decided' })
    expect(await accept(moderator, round(held, 2))).toMatchObject({ outcome: 'published' })
    expect(await headOf(id)).toMatchObject({ number: 2, content: page('two, says Nick') })
  })

  test('changes that were asked for are made, and it waits at the end of the queue', async () => {
    const { held, amendTo } = await waiting()
    const before = (await rowOf(held))?.waiting_since as Date
    expect(await requestChanges(moderator, { ...round(held), reason: 'Shorter, please.' })).toEqual({
      ok: true,
      outcome: 'changes_requested',
    })
    expect(await rowOf(held)).toMatchObject({ state: 'changes_requested' })
    expect(await accept(moderator, round(held))).toMatchObject({ reason: 'already_decided' })
    expect(await amendTo('2', 'changes_requested')).toMatchObject({ outcome: 'waiting' })
    expect(((await rowOf(held))?.waiting_since as Date) > before).toBe(true)
  })

  test('amended while it waits it keeps its place, and the same text twice is no amendment', async () => {
    const { held, amendTo } = await waiting()
    const before = await rowOf(held)
    expect(await amendTo('two', 'waiting')).toMatchObject({ reason: 'no_change' })
    expect(await amendTo('two and a half', 'waiting')).toMatchObject({ outcome: 'waiting' })
    expect(await rowOf(held)).toEqual({ ...before, rounds: 2 })
  })

  test('an amendment is merged with what was published meanwhile, and a conflict gives every text', async () => {
    const { id, held, page, amendTo } = await waiting()
    await publishNow(moderator, edited('page', id, 1, page('one', 'moved')))
    expect(await amendTo('three', 'waiting')).toMatchObject({ outcome: 'waiting' })
    expect(
      await readRows(`select base_number, content from submission_item i join submission_round r on r.id = i.round_id
      where r.submission_id = ${held} and r.number = 2`),
    ).toEqual([{ base_number: 2, content: page('three', 'moved') }])
    await publishNow(moderator, edited('page', id, 2, page('theirs', 'moved')))
    expect(await amendTo('yours', 'waiting', 2)).toMatchObject({
      reason: 'conflict',
      conflicts: [{ base: page('one'), theirs: page('theirs', 'moved'), yours: page('yours') }],
    })
  })

  test('a vote for the text before does not count for the amended one', async () => {
    const [second, third] = [await makeAccount('moderator'), await makeAccount('moderator')]
    const person = await publishNew(moderator, 'page', pageContent('Nick', {}, { kind: 'person' }))
    const source = await publishNew(moderator, 'source', sourceContent('An interview'))
    const fact = (words: string) => added('fact', factContent(words, [person], inOwnWords(person, source)))
    const held = await holdBack(fan, fact('He likes rugby.'))
    expect(await accept(second, round(held))).toMatchObject({ outcome: 'voted', missing: 1 })
    await amend(fan, { ...changesetOf(fact('He loves rugby.')), amends: seen(held, 'waiting') }, noClient)
    expect(await accept(third, round(held, 2))).toMatchObject({ outcome: 'voted', missing: 1 })
    expect(await accept(second, round(held, 2))).toMatchObject({ outcome: 'published' })
  })

  test('an amendment that its author may publish by now is published', async () => {
    const climber = await makeAccount('fan')
    const id = await publishNew(moderator, 'page', pageContent('The ladder', { p: 'one' }))
    const held = await holdBack(climber, edited('page', id, 1, pageContent('The ladder', { p: 'two' })))
    await changeRows(`update account set role = 'trusted' where id = ${climber.id}`)
    const changes = changesetOf(edited('page', id, 1, pageContent('The ladder', { p: 'three' })))
    expect(await amend(climber, { ...changes, amends: seen(held, 'waiting') }, noClient)).toMatchObject({
      outcome: 'published',
    })
    expect(await rowOf(held)).toMatchObject({ state: 'accepted', rounds: 1 })
    expect(
      await readRows(`select submission_id::int as id from revision where entry_id = ${id} and number = 2`),
    ).toEqual([{ id: held }])
  })

  test('taken back and sent again: a round of its own in the same words', async () => {
    const { id, held, page } = await waiting()
    expect(await withdraw(fan, act(held, 'waiting'))).toEqual({ ok: true, outcome: 'withdrawn' })
    expect(await accept(moderator, round(held))).toMatchObject({
      reason: 'already_decided',
      message: saying('The author has withdrawn this meanwhile.'),
    })
    expect(await reopen(fan, act(held, 'withdrawn'))).toEqual({
      ok: true,
      outcome: 'waiting',
      submissionId: held,
    })
    expect(await accept(moderator, round(held, 2))).toMatchObject({ outcome: 'published' })
    expect((await headOf(id))?.content).toEqual(page('two'))
  })

  test('declined words are sent again for a fortnight; after that they are amended', async () => {
    const { held, amendTo } = await waiting()
    await decline(moderator, { ...round(held), reason: 'No.' })
    expect(await reopen(fan, act(held, 'declined'))).toMatchObject({ outcome: 'waiting' })
    await decline(moderator, { ...round(held, 2), reason: 'Still no.' })
    await changeRows(`update decision set at = now() - interval '15 days' where verdict = 'decline'`)
    expect(await reopen(fan, act(held, 'declined', 2))).toMatchObject({ reason: 'not_allowed' })
    expect(await amendTo('three', 'declined', 2)).toMatchObject({ outcome: 'waiting' })
  })

  test('what does not fit today’s text any more is not sent again as it is', async () => {
    const { id, held, page } = await waiting()
    await withdraw(fan, act(held, 'waiting'))
    await publishNow(moderator, edited('page', id, 1, page('theirs')))
    const answer = await reopen(fan, act(held, 'withdrawn'))
    expect(answer).toMatchObject({
      ok: false,
      reason: 'conflict',
      message: saying(expect.stringContaining('Amend it')),
    })
    expect(await rowOf(held)).toMatchObject({ state: 'withdrawn', rounds: 1 })
  })

  test('an amendment to what was decided a second ago says who decided, when and why, and where it stands', async () => {
    const { held, amendTo } = await waiting()
    await decline(moderator, { ...round(held), reason: 'No source.' })
    expect(await amendTo('three', 'waiting')).toMatchObject({
      ok: false,
      reason: 'already_decided',
      message: saying(
        `${moderator.name} has already declined this (just now). The reason given: No source. Your words are kept.`,
      ),
      now: { submissionId: held, roundNumber: 1, state: 'declined' },
    })
    expect(await amendTo('three', 'declined')).toMatchObject({ outcome: 'waiting' })
    await accept(moderator, round(held, 2))
    expect(await amendTo('four', 'waiting', 2)).toMatchObject({ now: { state: 'accepted' } })
  })

  test('nobody goes on with what is another’s, and no blocked author with their own', async () => {
    const { held, amendTo } = await waiting()
    const stranger = await makeAccount('fan')
    expect(await amendTo('three', 'waiting', 1, stranger)).toMatchObject({ reason: 'not_found' })
    expect(await withdraw(stranger, act(held, 'waiting'))).toMatchObject({ reason: 'not_found' })
    expect(await amendTo('three', 'waiting', 1, moderator)).toMatchObject({ reason: 'not_allowed' })
    expect(await withdraw(moderator, act(held, 'waiting'))).toMatchObject({ reason: 'not_allowed' })
    const blocked = await makeAccount('fan')
    const own = await holdBack(blocked, added('page', pageContent('Before the block')))
    const gone = await holdBack(blocked, added('page', pageContent('Before the block, too')))
    await withdraw(blocked, act(gone, 'waiting'))
    await transaction((tx) =>
      insertBlock(tx, { accountId: blocked.id, byId: moderator.id, reason: 'Spam.', days: 1 }),
    )
    const changes = changesetOf(added('page', pageContent('After the block')))
    const answers = [
      await amend(blocked, { ...changes, amends: seen(own, 'waiting') }, noClient),
      await withdraw(blocked, act(own, 'waiting')),
      await reopen(blocked, act(gone, 'withdrawn')),
    ]
    expect(answers.map((answer) => answer.ok || answer.reason)).toEqual(['blocked', 'blocked', 'blocked'])
  })

  test('the same click sent twice gets the same answer', async () => {
    const { held } = await waiting()
    const click = act(held, 'waiting')
    const [one, two] = await Promise.all([withdraw(fan, click), withdraw(fan, click)])
    expect([one, two]).toEqual([one, { ok: true, outcome: 'withdrawn' }])
    const again = act(held, 'withdrawn')
    expect(await Promise.all([reopen(fan, again), reopen(fan, again)])).toEqual([
      { ok: true, outcome: 'waiting', submissionId: held },
      { ok: true, outcome: 'waiting', submissionId: held },
    ])
    expect(await rowOf(held)).toMatchObject({ rounds: 2 })
  })

  describe('races have one winner, and the loser is told', () => {
    const RACES = 6

    test.each(['amend', 'withdraw'] as const)('%s and accept', async (what) => {
      for (let turn = 0; turn < RACES; turn++) {
        const { id, held, page, amendTo } = await waiting()
        const author = () =>
          what === 'amend' ? amendTo('three', 'waiting') : withdraw(fan, act(held, 'waiting'))
        const moves = [author, () => accept(moderator, round(held))]
        const [own, accepted] = await Promise.all(
          turn % 2
            ? moves.map((go) => go())
            : moves
                .toReversed()
                .map((go) => go())
                .reverse(),
        )
        expect([own?.ok, accepted?.ok].filter(Boolean)).toHaveLength(1)
        const loser = own?.ok ? accepted : own
        expect(loser).toMatchObject({ ok: false, reason: 'already_decided' })
        if (accepted?.ok) {
          expect(loser).toMatchObject({
            message: saying(expect.stringContaining(`${moderator.name} has already accepted`)),
          })
          expect((await headOf(id))?.content).toEqual(page('two'))
          expect(await rowOf(held)).toMatchObject({ state: 'accepted', rounds: 1 })
        } else {
          expect((await headOf(id))?.content).toEqual(page('one'))
          expect(await rowOf(held)).toMatchObject(
            what === 'amend' ? { state: 'waiting', rounds: 2 } : { state: 'withdrawn', rounds: 1 },
          )
        }
      }
    })

    test('reopening from two windows makes one round', async () => {
      for (let turn = 0; turn < RACES; turn++) {
        const { held } = await waiting()
        await withdraw(fan, act(held, 'waiting'))
        const answers = await Promise.all([1, 2].map(() => reopen(fan, act(held, 'withdrawn'))))
        expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
        expect(answers.find((answer) => !answer.ok)).toMatchObject({
          reason: 'already_decided',
          message: saying(expect.stringContaining('You have sent this again meanwhile')),
        })
        expect(await rowOf(held)).toMatchObject({ state: 'waiting', rounds: 2 })
      }
    })
  })
})
