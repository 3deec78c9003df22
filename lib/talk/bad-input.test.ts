import { expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { makeAccount, newKey, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { reply } from './reply'
import { replySchema } from './schema'
import { done, refusalOf, replied, shownIn, started } from './testing'
import { withholdComment } from './withhold-comment'

const { owner } = await openTestWiki('owner')
const page = await publishNew(owner, 'page', pageContent('Truham', { p: 'one' }))

test('an answer to a comment that was hidden or erased meanwhile says what to do, and the thread still takes it', async () => {
  const { threadId, commentId } = await done(started(owner, page))
  const { commentId: second } = await done(replied(owner, threadId))
  await done(withholdComment(owner, { commentId, strength: 'hidden', reason: 'unkind' }))
  await done(withholdComment(owner, { commentId: second, strength: 'erased', reason: 'private' }))
  for (const answers of [1, 2, 3, 99])
    expect(await refusalOf(reply(owner, { key: newKey(), threadId, answers, words: 'I know.' }))).toBe(
      'not_found: The comment that this answers is not there any more. Reload the page: your words are kept, and answer the whole thread.',
    )
  await done(reply(owner, { key: newKey(), threadId, answers: null, words: 'I know.' }))
})

test('a comment of a megabyte goes no further than its form, with how much too long it is', () => {
  const given = { key: newKey(), threadId: 1, words: 'a'.repeat(1_000_000) }
  const { error } = replySchema.safeParse(given)
  expect(error?.issues.map(({ path }) => path.join())).toEqual(['words'])
})

test('a thread of 5,000 comments is read in parts of fifty, and its last part as quickly as its first', async () => {
  const { threadId } = await done(started(owner, page, 'The beginning', 'A long one'))
  await changeRows(`insert into comment (thread_id, number, author_id, words, state)
    select ${threadId}, g, ${owner.id}, 'Words ' || g, 'shown' from generate_series(2, 5000) g`)
  await changeRows(`update thread set last_number = 5000, comments = 5000 where id = ${threadId}`)
  const first = await shownIn(threadId)
  expect(first).toMatchObject({ from: 1, to: 50, older: null, newest: `/threads/${threadId}?from=4951` })
  const last = await shownIn(threadId, '4951')
  expect(last?.comments).toHaveLength(50)
  expect(last?.comments.at(-1)).toMatchObject({ number: 5_000 })
  const { commentId } = await done(replied(owner, threadId, 'And one more.'))
  expect((await shownIn(threadId, '5001'))?.comments).toMatchObject([{ id: commentId, number: 5_001 }])
})

test('mentions a name with a space as it is typed, and of two names the longer one', async () => {
  const [short, long] = [await makeAccount('fan'), await makeAccount('fan')]
  const name = (id: number, to: string) =>
    changeRows(`update account set name = '${to}', name_key = '${nameKeyOf(to)}' where id = ${id}`)
  await name(short.id, 'Imogen')
  await name(long.id, 'Imogen Heaney two')
  const { threadId } = await done(started(owner, page, 'Ask @Imogen Heaney two, and @Imogen what she saw.'))
  const view = await shownIn(threadId)
  expect(view?.comments[0]?.words?.[0]?.lines[0]).toEqual([
    { type: 'text', text: 'Ask ' },
    { type: 'mention', accountId: long.id },
    { type: 'text', text: ', and ' },
    { type: 'mention', accountId: short.id },
    { type: 'text', text: ' what she saw.' },
  ])
})
