import { expect, test } from 'vitest'
import { findMuted } from '@/db/accounts/mutes'
import { primary } from '@/db/postgres/client'
import { meOf } from '@/lib/accounts/me'
import { makeAccount, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { listNews } from '@/lib/news/list'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { done, replied, started } from '@/lib/talk/testing'
import { doJobs } from '@/lib/worker/testing'
import { changeMute } from './change-mute'

const { owner, trusted } = await openTestWiki('owner', 'trusted')
const other = await makeAccount('trusted')
const page = await publishNew(owner, 'page', pageContent('Truham'))

async function kindsOf(reader: AccountActor): Promise<string[]> {
  await doJobs()
  const { days } = await listNews(reader, writersScope, { family: null, before: null })
  return days.flatMap((day) => day.lines.map(({ kind, says }) => `${kind} ${says}`))
}

test('who is muted is not heard: no answers and no mentions; others are, and so is who is no longer muted', async () => {
  const { threadId } = await done(started(trusted, page))
  const mention = `Look, @${trusted.name.replaceAll(' ', '_')}.`
  expect(await changeMute(trusted, { accountId: owner.id, on: 'yes' })).toMatchObject({ ok: true })
  expect(await changeMute(trusted, { accountId: owner.id, on: 'yes' })).toMatchObject({ ok: true })
  expect(await changeMute(trusted, { accountId: trusted.id, on: 'yes' })).toMatchObject({ reason: 'invalid' })
  expect(await changeMute(trusted, { accountId: 999_999, on: 'yes' })).toMatchObject({ reason: 'not_found' })
  await replied(owner, threadId, mention)
  expect(await kindsOf(trusted)).toEqual([])
  await replied(other, threadId)
  expect(await kindsOf(trusted)).toEqual([expect.stringContaining(other.name)])
  expect((await meOf(trusted)).me).toMatchObject({ muted: [owner.id] })
  expect(await findMuted(primary(), trusted.id, 9)).toEqual([{ id: owner.id, name: owner.name }])
  await changeMute(trusted, { accountId: owner.id, on: 'no' })
  await replied(owner, threadId, mention)
  expect((await kindsOf(trusted)).join()).toContain(owner.name)
})
