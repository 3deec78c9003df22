import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { countUnreadNews } from '@/db/news/news'
import { primary } from '@/db/postgres/client'
import { changeRows, readJobs, readRows } from '@/db/postgres/testing'
import { newKey, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { type AccountActor, type Actor, visitor } from '@/lib/policy/actor'
import { decideWords } from '@/lib/reports/checked/decide'
import { fileReport } from '@/lib/reports/file-report'
import { reportSchema } from '@/lib/reports/schema'
import { done, replied, started } from '@/lib/talk/testing'
import { doJobs } from '@/lib/worker/testing'
import { changeMail } from './change-mail'
import { mailPlanSchema } from './schema'
import { newsByMail } from './testing'

const { moderator, trusted } = await openTestWiki('moderator', 'trusted')
const { mailbox, reachable, mailsOf, jobsOf, wanted } = await newsByMail()

const NIGHT = new Date('2030-01-10T22:30:00Z')
const MORNING = new Date('2030-01-11T06:00:00Z')
const quiet = { quietFrom: 22, quietTo: 7 }

let thread: number
let person: number
let words = 0
beforeAll(async () => {
  const page = await publishNew(moderator, 'page', pageContent('Truham'))
  thread = (await done(started(moderator, page))).threadId
  const joe = pageContent('Joe Locke', {}, { kind: 'person', isLiving: true })
  person = await publishNew(moderator, 'page', joe)
})
afterEach(async () => {
  vi.useRealTimers()
  await readJobs('delete from jobs._private_jobs')
  await changeRows('update account set email_confirmed_at = null')
})

const report = async (by: Actor, form: object) => {
  const input = reportSchema.parse({ key: newKey(), ...form })
  expect(await fileReport(by, input, { network: `network ${++words}` })).toMatchObject({ ok: true })
}

/** Has a report close a comment of its own. */
async function closeWords() {
  const { commentId } = await done(replied(moderator, thread, `canary number ${++words} lives there`))
  await report(trusted, { kind: 'comment', id: String(commentId), category: 'threat' })
}

const sayItIsMe = async (form: object) => {
  const [{ number } = {}] = await readRows(`select number from entry where id = ${person}`)
  await report(visitor, { kind: 'page', id: String(number), category: 'about_me', ...form })
}

const sentTo = (address: string) => mailbox.received.filter(({ to }) => to.includes(address))

/** Does what is due, and sends what waits, when it is that late. */
async function at(moment: Date) {
  vi.useFakeTimers({ toFake: ['Date'], now: moment })
  await readJobs(`update jobs._private_jobs set run_at = now()
    where task_id in (select id from jobs._private_tasks where identifier = 'send-news-mail')`)
  await doJobs()
}

const nextRun = async () => new Date(String((await jobsOf('send-news-mail'))[0]?.run_at))

describe('an alarm', () => {
  test('is mailed to owners at once, whatever mail they chose, and to nobody else; the bell has it', async () => {
    const { actor, address } = await reachable({}, 'owner')
    const other = await reachable({ account: 'at_once' }, 'moderator')
    await closeWords()
    await doJobs()
    const mail = await mailbox.next(address)
    expect(mail.subject).toMatch(/^Words were closed by a report/)
    expect(mail.text).toContain('because you own this wiki')
    expect(mail.text).toContain('https://wiki.example/account/mail')
    expect(mail.text + mail.html).not.toContain('canary')
    expect(mail.headers).not.toContain('List-Unsubscribe')
    expect(await countUnreadNews(primary(), actor.id)).toBe(1)
    await doJobs()
    expect([sentTo(address), sentTo(other.address)]).toEqual([[], []])
  })

  test('is one mail where they chose to hear at once of all that', async () => {
    const { address } = await reachable({ account: 'at_once' }, 'owner')
    await closeWords()
    await doJobs()
    expect(await jobsOf('make-mails')).toEqual([])
    expect(sentTo(address)).toHaveLength(1)
  })

  test('tells that somebody says a page is about them, also where nothing is closed by it', async () => {
    const { address } = await reachable({}, 'owner')
    await sayItIsMe({ wish: 'false' })
    await doJobs()
    const { subject, text } = await mailbox.next(address)
    expect(subject).toMatch(/^Somebody says that a page is about them/)
    expect(text).toContain('Nothing was closed by that')
    expect(sentTo(address)).toEqual([])
  })

  test('of nobody who owns the wiki no more when it is sent is none', async () => {
    const { actor } = await reachable(quiet, 'owner')
    await closeWords()
    await at(NIGHT)
    await changeRows(`update account set role = 'moderator' where id = ${actor.id}`)
    await at(MORNING)
    expect(mailbox.received).toEqual([])
    expect(await mailsOf(actor)).toMatchObject([{ isSettled: true }])
  })
})

describe('in quiet hours', () => {
  test('it waits until they end, and comes then', async () => {
    const { actor, address } = await reachable(quiet, 'owner')
    await closeWords()
    await at(NIGHT)
    expect(mailbox.received).toEqual([])
    expect(await countUnreadNews(primary(), actor.id)).toBe(1)
    expect(await nextRun()).toEqual(MORNING)
    await at(MORNING)
    expect((await mailbox.next(address)).subject).toMatch(/^Words were closed/)
    expect(await jobsOf('send-news-mail')).toEqual([])
  })

  test('it is dropped where a moderator has decided by then', async () => {
    const { actor } = await reachable(quiet, 'owner')
    await closeWords()
    await at(NIGHT)
    const [{ id } = {}] = await readRows('select id::int from checked_words order by id desc limit 1')
    const decision = { checkedId: Number(id), decision: 'upheld', answer: '' } as const
    expect(await decideWords(moderator, decision)).toMatchObject({ ok: true })
    await at(MORNING)
    expect(mailbox.received).toEqual([])
    expect(await mailsOf(actor)).toMatchObject([{ isSettled: true }])
  })

  test('which an owner chooses whole or not at all, and which a change of other mail leaves', async () => {
    const { actor } = await reachable(quiet, 'owner')
    const kept = ({ id }: AccountActor) =>
      readRows(`select quiet_from as "from", quiet_to as "to" from mail_plan where account_id = ${id}`)
    const plan = { ...wanted, hour: '18' }
    for (const [quietFrom, quietTo] of [
      ['22', ''],
      ['', '7'],
      ['7', '7'],
      ['24', '7'],
    ])
      expect(mailPlanSchema.safeParse({ ...plan, quietFrom, quietTo }).success).toBe(false)
    await changeMail(actor, mailPlanSchema.parse(plan))
    expect(await kept(actor)).toEqual([{ from: 22, to: 7 }])
    await changeMail(actor, mailPlanSchema.parse({ ...plan, quietFrom: '23', quietTo: '6' }))
    expect(await kept(actor)).toEqual([{ from: 23, to: 6 }])
    await changeMail(actor, mailPlanSchema.parse({ ...plan, quietFrom: '', quietTo: '' }))
    expect(await kept(actor)).toEqual([{ from: null, to: null }])
  })
})
