import { beforeAll, expect, test } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { takePublishLock } from '@/db/postgres/locks'
import { changeRows, readJobs, readRows, somebodyWaits } from '@/db/postgres/testing'
import { factContent, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { signal } from '@/lib/gateway/http/testing'
import { changeField } from '@/lib/wiki/change-field'
import { queueUndone } from '@/lib/worker/tasks/queue-undone'
import { doJobs } from '@/lib/worker/testing'
import { catchUpFields, queueFields } from './catch-up-fields'
import { addTypedKinds, character, endsOf, fresh, linkTo, relations, saidBy, words } from './testing-fields'

const { moderator, owner } = await openTestWiki('moderator', 'owner')
const ALL_ROWS = `select 'r' as of, xmin::text, from_id::int, field, to_id::text as to, since::int, until::int, ordinal from relation
  union all select 't', xmin::text, from_id::int, field, key, since::int, until::int, ordinal from title_relation
  union all select 'v', xmin::text, entry_id::int, field, number::text, 0, 0, position from field_value order by 1, 3, 4, 5`
const derived = async () => (await readRows(ALL_ROWS)).map(({ xmin: _, ...row }) => row)
const queued = () =>
  readJobs(`select task_identifier as task from jobs.jobs where task_identifier = 'derive-fields'`)
const texts = () =>
  readRows('select revision_id, xmin::text, content from revision_content order by revision_id')

beforeAll(addTypedKinds)

/** A wiki of an earlier release, which knew no relations. */
const forgetDerived = () =>
  changeRows(
    'delete from relation; delete from title_relation; delete from field_value; delete from derivation',
  )

test('what was published before there were types is derived by a job, which goes on where it was stopped', async () => {
  const [joe, work, charlie] = [fresh('Joe'), fresh('Work'), fresh('Charlie')]
  const id = await publishNew(moderator, 'page', pageContent(joe))
  const series = await publishNew(moderator, 'page', pageContent(work))
  const infobox = { played_by: words(joe), height: words('170') }
  await publishNew(moderator, 'page', character(charlie, infobox))
  const episode = { kind: 'episode', ordinal: { work: series, number: 1 } }
  await publishNew(moderator, 'page', pageContent(fresh('Pilot'), {}, episode))
  await publishNew(moderator, 'fact', factContent('He did.', [series], { speaker: id }))
  const [before, written] = [await derived(), await readRows('select * from revision order by id')]
  expect(before).toHaveLength(4)
  await forgetDerived()
  await queueFields()
  expect(await queued()).toHaveLength(1)

  await catchUpFields(2, 1)
  const part = await derived()
  expect(part.length).toBeLessThan(before.length)
  const holding = await holdPublishLock()
  const cancelled = catchUpFields(2)
  cancelled.catch(() => {})
  await somebodyWaits()
  await readRows(`select pg_cancel_backend(pid) from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`)
  await expect(cancelled).rejects.toThrow()
  await holding.release()
  expect(await derived()).toEqual(part)

  await doJobs()
  expect(await derived()).toEqual(before)
  expect(await readRows('select * from revision order by id')).toEqual(written)
  expect(await endsOf(joe)).toEqual([['Plays', charlie]])
  expect(await saidBy(joe)).toEqual(['He did.'])

  const rows = await readRows(ALL_ROWS)
  await changeRows(`update derivation set is_done = false, through_id = 0`)
  await queueUndone()
  await doJobs()
  expect(await readRows(ALL_ROWS)).toEqual(rows)
  await queueFields()
  expect(await queued()).toEqual([])
})

test('a field of another type is derived anew as of the heads, and no text is written', async () => {
  const [joe, charlie] = [fresh('Joe'), fresh('Charlie')]
  const id = await publishNew(moderator, 'page', pageContent(joe))
  const from = await publishNew(
    moderator,
    'page',
    character(charlie, { friends: linkTo(id), seen: words(joe) }),
  )
  const other = await publishNew(moderator, 'page', character(fresh('Tao'), { height: words('170') }))
  const [head] = (await relations(from)) as [{ since: number }]
  const written = await texts()
  const retype = (key: string, type: 'text' | 'page' | 'pages') =>
    changeField(owner, { kind: 'character', key, type, reason: 'A test' }, { network: null })
  await retype('friends', 'text')
  expect(await endsOf(joe)).toEqual([])
  await doJobs()
  expect(await relations(from)).toEqual([])
  await retype('friends', 'pages')
  await changeField(
    owner,
    { kind: 'character', key: 'seen', type: 'page', reverseLabel: 'Seen with', reason: 'A test' },
    { network: null },
  )
  await doJobs()
  expect(await endsOf(joe)).toEqual([
    ['Friend of', charlie],
    ['Seen with', charlie],
  ])
  expect(await relations(from)).toMatchObject([
    { field: 'character.friends', since: head.since, until: null },
    { field: 'character.seen', since: head.since, until: null },
  ])
  expect(await texts()).toEqual(written)
  expect(await relations(other)).toEqual([])
})

/** Takes the publish lock, as somebody who publishes at this moment, until it is released. */
async function holdPublishLock() {
  const [isHeld, mayEnd] = [signal(), signal()]
  const ended = transaction(async (tx) => {
    await takePublishLock(tx)
    isHeld.give()
    await mayEnd.given
  })
  await isHeld.given
  return {
    release: () => {
      mayEnd.give()
      return ended
    },
  }
}
