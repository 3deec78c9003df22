import { expect, test } from 'vitest'
import { submit } from '@/lib/changesets/submit'
import {
  added,
  changesetOf,
  edited,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
} from '@/lib/changesets/testing'
import type { AccountActor } from '@/lib/policy/actor'
import { accept } from '@/lib/review/accept'
import { loadAccountPage, loadPageHistory } from './loaders'
import { loadRecent, viewOf } from './recent'

const { fan, moderator } = await openTestWiki('fan', 'moderator')

const sendMinor = (actor: AccountActor, ...items: Parameters<typeof changesetOf>) =>
  submit(actor, { ...changesetOf(...items), isMinor: true }, { network: null })

test('a small edit is told to be one in every list, and recent changes can do without it', async () => {
  const id = await publishNew(moderator, 'page', pageContent('Rain', { a: 'It rians.' }))
  await sendMinor(moderator, edited('page', id, 1, pageContent('Rain', { a: 'It rains.' })))
  const history = await loadPageHistory('Rain', undefined)
  expect(history).toMatchObject({
    state: 'found',
    history: {
      lines: [
        { number: 2, isMinor: true },
        { number: 1, isMinor: false },
      ],
    },
  })
  const contributions = await loadAccountPage(String(moderator.id), undefined)
  expect(contributions?.lines[0]).toMatchObject({ number: 2, isMinor: true })
  expect((await loadRecent(undefined)).lines.map((line) => line.isMinor)).toContain(true)
  const without = await loadRecent(undefined, viewOf({ minor: 'hidden' }))
  expect(without).toMatchObject({ view: { isMinorHidden: true }, lines: [{ number: 1, isMinor: false }] })
  expect(viewOf({ minor: 'anything' }).isMinorHidden).toBe(false)
})

test('what a fan calls small waits like everything else, and stays small once it is accepted', async () => {
  const id = await publishNew(moderator, 'page', pageContent('Snow', { a: 'It snwos.' }))
  const answer = await sendMinor(fan, edited('page', id, 1, pageContent('Snow', { a: 'It snows.' })))
  if (!answer.ok || answer.outcome !== 'waiting') throw new Error('a fan’s edit waits')
  await accept(
    moderator,
    { submissionId: answer.submissionId, roundNumber: 1, key: newKey() },
    { network: null },
  )
  expect((await loadRecent(undefined)).lines[0]).toMatchObject({ number: 2, isMinor: true })
})

test('what is new is never small, whatever the form says', async () => {
  await sendMinor(moderator, added('page', pageContent('Hail')))
  expect((await loadRecent(undefined, viewOf({ minor: 'hidden' }))).lines[0]).toMatchObject({
    number: 1,
    isMinor: false,
  })
})
