import { expect, test } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import { blockAccount } from '@/lib/accounts/block-account'
import {
  edited,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import { listNews } from '@/lib/news/list'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { refusalOf } from '@/lib/talk/testing'
import { tell } from '@/lib/worker/tasks/tell'
import { thank } from './thank'

const { moderator, trusted, owner } = await openTestWiki('moderator', 'trusted', 'owner')
const page = await publishNew(moderator, 'page', pageContent('Truham', { p: 'one' }))
await publishNow(trusted, edited('page', page, 1, pageContent('Truham', { p: 'two' })))

const headOf = async () => {
  const [row] = await readRows(`select head_id::int as id from entry where id = ${page}`)
  return Number(row?.id)
}
async function newsOf(actor: AccountActor) {
  await tell()
  const { days } = await listNews(actor, writersScope, { family: null, before: null })
  return days.flatMap(({ lines }) => lines)
}

test('the author of an edit is told once, however often somebody thanks', async () => {
  const revisionId = await headOf()
  expect(await refusalOf(thank(moderator, { revisionId }))).toBe('done')
  expect(await refusalOf(thank(moderator, { revisionId }))).toBe('done')
  expect(await newsOf(trusted)).toMatchObject([
    {
      kind: 'thanked',
      things: [{ label: 'Truham' }],
      says: `${moderator.name} thanked you for your edit.`,
      path: '/history/Truham',
    },
  ])
  expect(await readRows(`select 1 from event where name = 'entry.thanked'`)).toHaveLength(1)
})

test('not one’s own edit, not before one has published something, not while blocked, not what is not there', async () => {
  const revisionId = await headOf()
  expect(await refusalOf(thank(trusted, { revisionId }))).toContain('This edit is your own.')
  const fan = await makeAccount('fan')
  expect(await refusalOf(thank(fan, { revisionId }))).toContain('Once an edit of yours is published')
  await publishNew(owner, 'page', pageContent('Higgs', { p: 'one' }))
  await blockAccount(owner, { accountId: moderator.id, reason: 'Spam', length: 'day' })
  expect(await refusalOf(thank(moderator, { revisionId }))).toContain('blocked')
  expect(await refusalOf(thank(owner, { revisionId: 999_999 }))).toContain('not_found')
})
