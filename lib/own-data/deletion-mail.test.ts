import { expect, test } from 'vitest'
import { findActor } from '@/db/accounts/actors'
import { primary } from '@/db/postgres/client'
import { changeRows } from '@/db/postgres/testing'
import { newcomer, PASSWORD } from '@/lib/accounts/testing'
import { openTestWiki } from '@/lib/changesets/testing'
import { openTestStore } from '@/lib/media/testing'
import { messages } from '@/lib/messages/messages'
import { newsByMail } from '@/lib/news/mail/testing'
import type { AccountActor } from '@/lib/policy/actor'
import { doJobs } from '@/lib/worker/testing'
import { deleteAccount } from './delete-account'
import { keepAccount } from './keep-account'

openTestStore()
await openTestWiki()
const { reachable, mailbox } = await newsByMail()

const asking = (by: AccountActor) =>
  deleteAccount(
    by,
    { typedName: by.name, currentPassword: PASSWORD, stays: 'neutral' },
    { network: 'a network' },
  )

/** The account as the next request has it. */
async function now({ id }: { id: number }): Promise<AccountActor> {
  const actor = await findActor(primary(), id)
  if (!actor) throw new Error('there is no such account')
  return actor
}

test('who asks for their account to be deleted is told by mail how to keep it, where an address is confirmed, and not once it is kept', async () => {
  const { actor, address } = await reachable()
  await changeRows(`update account set password_hash = (select password_hash from account
    where id = ${(await newcomer()).id}) where id = ${actor.id}`)
  expect(await asking(actor)).toMatchObject({ ok: true })
  await doJobs()
  const { subject, text } = await mailbox.next(address)
  expect(subject).toContain('about to be deleted')
  expect(text).toContain(`"${actor.name}"`)
  expect(text).toContain(messages().dates.dayInWords((await now(actor)).leavesAt ?? new Date(0)))
  expect(text).toContain('https://wiki.example/sign-in?next=%2Faccount%2Fdelete')

  await keepAccount(await now(actor), {})
  await asking(await now(actor))
  await keepAccount(await now(actor), {})
  expect(await asking(await newcomer())).toMatchObject({ ok: true })
  await doJobs()
  expect(mailbox.received).toEqual([])
})
