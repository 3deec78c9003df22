import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { insertResetRequest } from '@/db/mail/owed-mails'
import { transaction } from '@/db/postgres/client'
import { changeRows, readJobs, readRows } from '@/db/postgres/testing'
import { putOffStandings } from '@/db/standings/standings'
import { makeAccount, openTestWiki, publishNew, sourceContent } from '@/lib/changesets/testing'
import { queueMail } from '@/lib/mail/queue-mail'
import { startMailbox } from '@/lib/mail/testing'
import { done, started } from '@/lib/talk/testing'
import { withholdComment } from '@/lib/talk/withhold-comment'
import { doJobs } from '@/lib/worker/testing'
import { queueUndone } from './queue-undone'

await openTestWiki()

const jobs = () =>
  readJobs(`select task_identifier as task, payload from jobs.jobs j join jobs._private_jobs p using (id)
    order by task_identifier, id`)

beforeAll(async () => {
  const { url } = await startMailbox()
  vi.stubEnv('SMTP_URL', url)
  vi.stubEnv('MAIL_FROM', 'wiki@wiki.example')
  vi.stubEnv('LORELEAF_ORIGIN', 'https://wiki.example')
  const moderator = await makeAccount('moderator')
  const source = await publishNew(moderator, 'source', sourceContent('An interview'))
  await transaction(async (tx) => {
    for (const address of ['one@example.org', 'two@example.org'])
      await queueMail(tx, 'password_changed', { accountId: moderator.id, address })
    await queueMail(tx, 'password_changed', { accountId: moderator.id, address: 'three@example.org' })
    await insertResetRequest(tx, { nameKey: 'nobody', email: null, isToSignIn: false })
    await putOffStandings(tx, source, 0)
  })
  // Three days ago; it is owed no more.
  await changeRows(`update owed_mail set created_at = now() - interval '3 days' where id = 3`)
})

beforeEach(() => readJobs('delete from jobs._private_jobs'))

test('what a restored wiki owes is queued again, since a backup holds no jobs', async () => {
  await queueUndone()
  expect(await jobs()).toMatchObject([
    { task: 'look-up-reset', payload: { requestId: 1 } },
    { task: 'send-mail', payload: { mailId: 1 } },
    { task: 'send-mail', payload: { mailId: 2 } },
    { task: 'tell', payload: {} },
    { task: 'weigh-standings', payload: {} },
  ])
})

test('what is queued already, or given up, stays as it is', async () => {
  await queueUndone()
  await readJobs(`update jobs._private_jobs set attempts = max_attempts where (payload->>'mailId')::int = 1`)
  await readJobs(`update jobs._private_jobs set locked_at = now(), locked_by = 'a worker'
    where (payload->>'mailId')::int = 2`)
  const before = await readJobs(`select id, attempts, locked_by from jobs._private_jobs
    where payload->>'mailId' is not null order by id`)
  await queueUndone()
  expect(
    await readJobs(`select id, attempts, locked_by from jobs._private_jobs
    where payload->>'mailId' is not null order by id`),
  ).toEqual(before)
})

test('and done it is', async () => {
  await queueUndone()
  await doJobs()
  expect(await jobs()).toEqual([])
  expect(await readRows('select address from owed_mail')).toEqual([{ address: 'three@example.org' }])
  for (const table of ['reset_request', 'standing_due'])
    expect(await readRows(`select * from ${table}`), table).toEqual([])
  await queueUndone()
  expect(await jobs()).toEqual([])
})

test('so is the listing of a comment that was erased', async () => {
  const owner = await makeAccount('owner')
  const source = await publishNew(owner, 'source', sourceContent('Another interview'))
  const { commentId } = await done(started(owner, source))
  await done(withholdComment(owner, { commentId, strength: 'erased', reason: 'private' }))
  await readJobs('delete from jobs._private_jobs')
  await queueUndone()
  expect(await jobs()).toContainEqual({ task: 'list-erasures', payload: {} })
})
