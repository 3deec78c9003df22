import { describe, expect, test } from 'vitest'
import { meOf } from '@/lib/accounts/me'
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
} from '@/lib/changesets/testing'
import { accept } from '@/lib/review/accept'
import { ownLookOf } from './own-look'

const { moderator, owner } = await openTestWiki('moderator', 'owner')
const page = await publishNew(moderator, 'page', pageContent('Truham', { p: 'one' }))

const own = async (actor: Awaited<ReturnType<typeof makeAccount>>) => {
  const { me } = await meOf(actor)
  return me.signedIn ? { edits: me.ownEdits, fresh: me.ownNew } : null
}

describe('what somebody sent, as it would read', () => {
  test('is there for its author alone, until it is decided', async () => {
    const fan = await makeAccount('fan')
    const sent = await holdBack(fan, edited('page', page, 1, pageContent('Truham', { p: 'two' })))
    expect(await ownLookOf(fan, sent)).toMatchObject({
      state: 'waiting',
      look: { kind: 'page', shown: { title: 'Truham' } },
    })
    expect(JSON.stringify(await ownLookOf(fan, sent))).toContain('two')
    for (const other of [moderator, owner, await makeAccount('fan')])
      expect(await ownLookOf(other, sent)).toBeNull()
    await accept(moderator, { submissionId: sent, roundNumber: 1, key: newKey() })
    expect(await ownLookOf(fan, sent)).toBeNull()
  })

  test('is not shown where it met other words meanwhile', async () => {
    const about = await publishNew(moderator, 'page', pageContent('Higgs', { p: 'one' }))
    const [fan, other] = [await makeAccount('fan'), await makeAccount('fan')]
    const sent = await holdBack(fan, edited('page', about, 1, pageContent('Higgs', { p: 'two' })))
    const first = await holdBack(other, edited('page', about, 1, pageContent('Higgs', { p: 'three' })))
    await accept(moderator, { submissionId: first, roundNumber: 1, key: newKey() })
    expect(await ownLookOf(fan, sent)).toBeNull()
  })

  test('is told with what it is about, and a page with its address; others hear of none', async () => {
    const fan = await makeAccount('fan')
    const fact = await holdBack(fan, added('fact', factContent('It has a rugby pitch.', [page])))
    const fresh = await holdBack(fan, added('page', pageContent('The rugby pitch', { p: 'Mud.' })))
    expect(await own(fan)).toEqual({
      edits: [],
      fresh: [
        { submissionId: fresh, path: '/wiki/The_rugby_pitch', about: [] },
        { submissionId: fact, path: null, about: [page] },
      ],
    })
    expect(await ownLookOf(fan, fact)).toMatchObject({
      look: { kind: 'fact', shown: { card: { number: 0 } } },
    })
    expect(await own(moderator)).toEqual({ edits: [], fresh: [] })
  })
})
