import { beforeAll, expect, test } from 'vitest'
import { recordResponse } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import {
  edited,
  factContent,
  newKey,
  openTestWiki,
  pageContent,
  paragraph,
  publishNew,
  publishNow,
  seasonContent,
} from '@/lib/changesets/testing'
import type { Block } from '@/lib/content/document'
import { textOfBlock } from '@/lib/content/plain-text'
import { loadAtTitle } from '@/lib/pages/loaders'
import { loadDiscussed } from './discussed'
import { loadOpenThreads } from './loaders'
import { reopenThread, settleThread } from './settle'
import { startThread } from './start'
import { done, shownIn, started } from './testing'
import { withholdComment } from './withhold-comment'
import { quoting } from './words'

const { moderator } = await openTestWiki('moderator')
let [page, fact, later]: number[] = []

const heading = (text: string): Block => ({
  type: 'heading',
  attrs: { id: text.toLowerCase(), level: 2 },
  content: [{ type: 'text', text }],
})

const locked = (text: string): Block => ({
  type: 'spoiler',
  attrs: { id: 'locked', gate: { kind: 'place', page: later ?? 0 } },
  content: [paragraph('inside', text)] as never,
})

/** The page with these blocks as its body. */
const contentOf = (...blocks: Block[]) =>
  pageContent('Nick Nelson', {}, { body: { type: 'doc', content: blocks } })

const early = () => [
  heading('Early'),
  paragraph('a', 'He plays rugby. He has a dog.'),
  heading('Later'),
  paragraph('b', 'He still has  a dog.'),
  { type: 'bulletList' as const, attrs: { id: 'l' }, content: [item('He swims.'), item('He reads.')] },
  locked('canary moves away'),
]

const item = (text: string) =>
  ({ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }) as never

beforeAll(async () => {
  const work = await publishNew(moderator, 'page', pageContent('The work'))
  later = await publishNew(moderator, 'page', seasonContent('Season two', work, 2, '1 January 2999'))
  page = await publishNew(moderator, 'page', contentOf(...early()))
  fact = await publishNew(moderator, 'fact', factContent('He has a dog called Nellie.', [page]))
})

/** What of the page is marked, by its words, with where that leads; and what the page was made from. */
async function marked() {
  const record = { tags: new Set<string>(), expiresAt: null, failed: false }
  const marks = await recordResponse(record, async () => {
    const at = await loadAtTitle('Nick_Nelson' as never)
    if (at.state !== 'found') throw new Error('there is no such page')
    const discussed = await loadDiscussed(at.page, await loadOpenThreads(at.page.id))
    const passages = [...(discussed?.passages ?? [])].map(([of, path]) => [textOfBlock(of as Block), path])
    return { passages: Object.fromEntries(passages), facts: Object.fromEntries(discussed?.facts ?? []) }
  })
  return { ...marks, tags: record.tags }
}

const asking = (quote: string, at = '/wiki/Nick_Nelson') =>
  done(started(moderator, page ?? 0, `${quoting(quote, at)}Is it so?`))

test('a passage is marked while an open thread begins by quoting it, where it was quoted', async () => {
  expect(await marked()).toMatchObject({ passages: {}, facts: {} })
  const one = await asking('a dog', '/wiki/Nick_Nelson#Later')
  const { passages, tags: from } = await marked()
  expect(passages).toEqual({ 'He still has a dog.': `/threads/${one.threadId}` })
  expect(from).toContain(tags.openThreads(page ?? 0))

  const two = await asking('He swims.\nHe reads.')
  expect((await marked()).passages).toMatchObject({ 'He swims.': `/threads/${two.threadId}` })
  // Of several the list is in the place of one.
  const three = await asking('still has a dog')
  expect((await marked()).passages).toMatchObject({ 'He still has a dog.': '/talk/Nick_Nelson?show=open' })

  await done(settleThread(moderator, { threadId: three.threadId, outcome: '' }))
  expect((await marked()).passages).toMatchObject({ 'He still has a dog.': `/threads/${one.threadId}` })
  await done(reopenThread(moderator, { threadId: three.threadId }))
  await done(withholdComment(moderator, { commentId: one.commentId, strength: 'hidden', reason: 'unkind' }))
  expect((await marked()).passages).toMatchObject({ 'He still has a dog.': `/threads/${three.threadId}` })
  const all = [two, three].map(({ threadId }) => done(settleThread(moderator, { threadId, outcome: '' })))
  await Promise.all(all)
  expect((await marked()).passages).toEqual({})
})

test('a section is marked by its heading, and a fact where its card stands in the words', async () => {
  const { threadId } = await asking('Early', '/wiki/Nick_Nelson#Early')
  const about = await done(started(moderator, page ?? 0, '/facts/1\n\nIs it so?'))
  expect(await marked()).toMatchObject({
    passages: { Early: `/threads/${threadId}` },
    facts: { 1: `/threads/${about.threadId}` },
  })
  for (const one of [threadId, about.threadId])
    await done(settleThread(moderator, { threadId: one, outcome: '' }))
})

test('words behind a lock mark nothing for who has not opened it, and neither do words of a locked comment', async () => {
  await asking('canary moves')
  const first = { subject: 'A question', words: `${quoting('He plays rugby.', '/wiki/Nick_Nelson')}Still?` }
  await done(startThread(moderator, { key: newKey(), entryId: page ?? 0, ...first, gate: later ?? 0 }))
  expect((await marked()).passages).toEqual({})
})

test('where quoted words have changed since, the thread says so and no mark stands', async () => {
  const { threadId } = await asking('He plays rugby.')
  const other = await asking('He swims.', '/revisions/1')
  const aboutFact = await done(
    started(moderator, fact ?? 0, `${quoting('called Nellie', '/facts/1')}Who says so?`),
  )
  const isGone = async (id: number) => (await shownIn(id))?.comments[0]?.words?.[0]?.isGone === true
  const gone = async () => [
    await isGone(threadId),
    await isGone(other.threadId),
    await isGone(aboutFact.threadId),
  ]
  expect(await gone()).toEqual([false, false, false])
  expect((await marked()).passages).toMatchObject({
    'He plays rugby. He has a dog.': `/threads/${threadId}`,
  })
  const [head, , ...rest] = early()
  const next = contentOf(head as Block, paragraph('a', 'He played rugby. He has a dog.'), ...rest)
  await publishNow(moderator, edited('page', page ?? 0, 1, next))
  await publishNow(moderator, edited('fact', fact ?? 0, 1, factContent('He has a cat.', [page ?? 0])))
  // What an old version says is what it said.
  expect(await gone()).toEqual([true, false, true])
  expect((await marked()).passages).toEqual({})
})
