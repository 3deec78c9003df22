import { expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import { nameKeyOf } from '@/lib/accounts/names/name'
import { makeAccount, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { acceptComment, declineComment } from '@/lib/talk/decide'
import { done, replied, started } from '@/lib/talk/testing'
import { withholdComment } from '@/lib/talk/withhold-comment'
import { tell } from '@/lib/worker/tasks/tell'
import { listNews } from './list'

const { moderator, owner } = await openTestWiki('moderator', 'owner')
const page = await publishNew(moderator, 'page', pageContent('Truham', { p: 'one' }))

async function newsOf(actor: AccountActor) {
  await tell()
  const { days } = await listNews(actor, writersScope, { family: null, before: null })
  return days.flatMap(({ lines }) => lines)
}

test('whoever began a thread is told of answers in one line, and nobody of their own', async () => {
  const { threadId } = await done(started(moderator, page, 'Where is this from?', 'The uniform'))
  await done(replied(owner, threadId))
  const { commentId } = await done(replied(owner, threadId, 'And from the second.'))
  await done(replied(moderator, threadId, 'Thank you.'))
  expect(await newsOf(moderator)).toMatchObject([
    {
      kind: 'replied',
      things: [{ label: 'The uniform', path: `/threads/${threadId}#comment-3` }],
      says: `By ${owner.name}.`,
    },
  ])
  expect(await newsOf(owner)).toEqual([])

  // What is withheld since is not told.
  await done(withholdComment(moderator, { commentId, strength: 'hidden', reason: 'unkind' }))
  const [line] = await newsOf(moderator)
  expect(line).toMatchObject({ kind: 'replied', says: `By ${owner.name}.` })
  expect(JSON.stringify(line)).not.toContain('second')
})

test('a held comment is told to its author as what became of it, and to who is answered once it is up', async () => {
  const fan = await makeAccount('fan')
  const { threadId } = await done(started(owner, page, 'Who said so?', 'The rugby pitch'))
  const up = await done(replied(fan, threadId, 'I know.'))
  const not = await done(replied(fan, threadId, 'Buy this.'))
  expect(await newsOf(owner)).toEqual([])
  await done(acceptComment(moderator, { commentId: up.commentId }))
  await done(declineComment(moderator, { commentId: not.commentId, reason: 'An advertisement.' }))
  expect(await newsOf(fan)).toMatchObject([
    { kind: 'comment-declined', words: { text: 'An advertisement.', by: moderator.name }, says: null },
    { kind: 'comment-shown', things: [{ label: 'The rugby pitch' }] },
  ])
  expect(await newsOf(owner)).toMatchObject([{ kind: 'replied', says: `By ${fan.name}.` }])
})

test('who is mentioned is told', async () => {
  const nick = await makeAccount('fan')
  await changeRows(`update account set name_key = '${nameKeyOf(nick.name)}' where id = ${nick.id}`)
  const { threadId } = await done(
    started(owner, page, `@${nick.name.replace(' ', '_')} would know.`, 'The mud'),
  )
  expect(await newsOf(nick)).toMatchObject([
    { kind: 'mentioned', things: [{ label: 'The mud', path: `/threads/${threadId}#comment-1` }] },
  ])
})
