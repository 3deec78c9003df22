import { beforeAll, expect, test } from 'vitest'
import { recordResponse } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { factContent, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { loadFactCards } from '@/lib/facts/cards'
import { loadAtTitle } from '@/lib/pages/loaders'
import { settleThread } from './settle'
import { done, replied, started } from './testing'
import { withholdComment } from './withhold-comment'

const { moderator } = await openTestWiki('moderator')
let [page, fact]: number[] = []

beforeAll(async () => {
  page = await publishNew(moderator, 'page', pageContent('Truham', { p: 'one' }))
  fact = await publishNew(moderator, 'fact', factContent('It is a school.', [page]))
})

const cardOn = async () => {
  const record = { tags: new Set<string>(), expiresAt: null, failed: false }
  const at = await recordResponse(record, () => loadAtTitle('Truham' as never))
  const [card] = at.state === 'found' ? at.page.facts : []
  return { card, tags: record.tags }
}

test('a fact with an open thread says so where it stands, until that is settled', async () => {
  const { card, tags: before } = await cardOn()
  expect(card).toMatchObject({ talk: { isOpen: false, path: '/facts/1/talk' } })
  expect(before).toContain(tags.openThreads(fact ?? 0))
  expect(card).toMatchObject({ talk: { startPath: '/new/thread?at=%2Ffacts%2F1' } })

  const { threadId } = await done(started(moderator, fact ?? 0))
  expect((await cardOn()).card).toMatchObject({ talk: { isOpen: true } })
  await done(replied(moderator, threadId))
  const { cards } = await loadFactCards([fact ?? 0])
  expect(cards).toMatchObject([{ talk: { isOpen: true } }])
  await done(settleThread(moderator, { threadId, outcome: 'It is.' }))
  expect((await cardOn()).card).toMatchObject({ talk: { isOpen: false } })
})

test('a thread that nobody sees yet leaves it as it is', async () => {
  const { makeAccount } = await import('@/lib/changesets/testing')
  const held = await done(started(await makeAccount('fan'), fact ?? 0))
  expect(held.isHeld).toBe(true)
  expect((await cardOn()).card).toMatchObject({ talk: { isOpen: false } })
  // One whose beginning is hidden is there, with its place.
  const { commentId } = await done(started(moderator, fact ?? 0))
  await done(withholdComment(moderator, { commentId, strength: 'hidden', reason: 'unkind' }))
  expect((await cardOn()).card).toMatchObject({ talk: { isOpen: true } })
})
