import { beforeAll, describe, expect, test, vi } from 'vitest'
import { countUnreadNews } from '@/db/news/news'
import { primary } from '@/db/postgres/client'
import { changeRows, readJobs, readRows } from '@/db/postgres/testing'
import { setRole } from '@/lib/accounts/set-role'
import { edited, holdBack, newKey, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { linkIn } from '@/lib/mail/testing'
import { markNewsRead } from '@/lib/news/mark-read'
import { type AccountActor, visitor } from '@/lib/policy/actor'
import { decline } from '@/lib/review/turn-down'
import { done, replied, started } from '@/lib/talk/testing'
import { withholdComment } from '@/lib/talk/withhold-comment'
import { makeMails } from '@/lib/worker/tasks/make-mails'
import { queueUndone } from '@/lib/worker/tasks/queue-undone'
import { sendNewsMail } from '@/lib/worker/tasks/send-news-mail'
import { tell } from '@/lib/worker/tasks/tell'
import { doJobs } from '@/lib/worker/testing'
import { changeMail, changeMailByLink, endMailByLink } from './change-mail'
import { newsByMail } from './testing'

const { moderator, owner } = await openTestWiki('moderator', 'owner')
const { mailbox, reachable, due, post, mailsOf, jobsOf, wanted } = await newsByMail()

let page: number
beforeAll(async () => {
  page = await publishNew(moderator, 'page', pageContent('Truham', { p: 'one' }))
})

async function declined(fan: AccountActor, reason = 'No source says so.') {
  const id = await holdBack(fan, edited('page', page, 1, pageContent('Truham', { p: newKey() })))
  await decline(moderator, { submissionId: id, roundNumber: 1, key: newKey(), reason })
}

describe('a digest', () => {
  test('tells what is new as text and as HTML, in one’s own time, and says how to end it', async () => {
    const { actor, address } = await reachable()
    await declined(actor, 'No source says <so>.')
    await declined(actor, 'Which one?')
    await post(actor)
    const mail = await mailbox.next(address)
    expect(mail.subject).toMatch(/^2 things are new for you \(/)
    for (const part of [mail.text, mail.html.replaceAll('&lt;', '<').replaceAll('&gt;', '>')]) {
      for (const words of [
        `Hello ${actor.name},`,
        'Not accepted · Truham',
        'No source says <so>.',
        'Europe/Berlin',
      ])
        expect(part).toContain(words)
    }
    expect(mail.html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(mail.html).not.toMatch(/<(?:img|script|link|table)|src=|url\(/)
    expect(mail.text).toMatch(/https:\/\/wiki\.example\/news\/\d+\n/)
    const url = `https://wiki.example/unsubscribe/${tokenIn(mail.text)}`
    expect(mail.headers).toContain(`List-Unsubscribe: <${url}>`)
    expect(mail.headers).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  })

  test('comes once, and not at all where nothing happened', async () => {
    const { actor, address } = await reachable()
    await post(actor)
    expect(await mailsOf(actor)).toEqual([])
    await declined(actor)
    await post(actor)
    await post(actor)
    await Promise.all([due(actor), makeMails(), makeMails()])
    await doJobs()
    expect(mailbox.received.filter(({ to }) => to.includes(address))).toHaveLength(1)
    const [plan] = await readRows(
      `select digest_at > now() as later from mail_plan where account_id = ${actor.id}`,
    )
    expect(plan).toEqual({ later: true })
  })

  test('does not come to who has asked for the account to be deleted, until they take that back', async () => {
    const { actor } = await reachable()
    await declined(actor)
    await changeRows(
      `insert into account_deletion (account_id, due_at) values (${actor.id}, now() + interval '14 days')`,
    )
    await post(actor)
    expect(await mailsOf(actor)).toEqual([])
    await changeRows(`update account_deletion set undone_at = now() where account_id = ${actor.id}`)
    await post(actor)
    expect(await mailsOf(actor)).toHaveLength(1)
  })

  test('leaves out what was read meanwhile, and ends where all was', async () => {
    const { actor, address } = await reachable()
    await declined(actor, 'Read.')
    await tell()
    const [told] = await readRows(
      `select event_id::int as id from notification where account_id = ${actor.id}`,
    )
    await markNewsRead(actor, { upTo: Number(told?.id) })
    await declined(actor, 'Unread.')
    await post(actor)
    const { text } = await mailbox.next(address)
    expect(text).toContain('Unread.')
    expect(text).not.toContain('> Read.')
    await declined(actor, 'Read in time.')
    await tell()
    await due(actor)
    await makeMails()
    await markNewsRead(actor, { upTo: Number.MAX_SAFE_INTEGER })
    await doJobs()
    expect(mailbox.received).toEqual([])
    expect(await mailsOf(actor)).toMatchObject([{ isSettled: true }, { isSettled: true }])
    expect(await countUnreadNews(primary(), actor.id)).toBe(0)
  })

  test('has nothing of what was withheld after it was queued', async () => {
    const { actor, address } = await reachable({ talk: 'daily' }, 'trusted')
    const { threadId } = await done(started(actor, page, 'Where is this from?', 'The uniform'))
    const other = await done(started(actor, page, 'Who says so?', 'Another thing'))
    const { commentId } = await done(replied(owner, threadId, 'From the attic.'))
    await done(replied(moderator, other.threadId))
    await tell()
    await due(actor)
    await makeMails()
    await done(withholdComment(moderator, { commentId, strength: 'hidden', reason: 'unkind' }))
    await doJobs()
    const mail = await mailbox.next(address)
    expect(mail.text).toContain('Answered · Another thing')
    for (const part of [mail.subject, mail.text, mail.html])
      for (const words of ['The uniform', 'attic', owner.name]) expect(part).not.toContain(words)
  })

  test('of a week comes on Mondays, beside what comes every day', async () => {
    const { actor, address } = await reachable({ own: 'daily', account: 'weekly' })
    await declined(actor)
    await setRole(owner, { accountId: actor.id, role: 'trusted', reason: 'Good work' })
    await tell()
    const dueOn = (day: string) =>
      changeRows(`update mail_plan set digest_at = '${day}T17:00:00Z' where account_id = ${actor.id}`)
    await dueOn('2026-01-06')
    await makeMails()
    await doJobs()
    expect((await mailbox.next(address)).text).not.toContain('What you may do has changed')
    await dueOn('2026-01-05')
    await makeMails()
    await doJobs()
    expect((await mailbox.next(address)).text).toContain('What you may do has changed')
  })
})

describe('what is to be told at once', () => {
  test('waits two minutes for more, and is one mail then', async () => {
    const { actor, address } = await reachable({ own: 'at_once' })
    await declined(actor)
    await tell()
    const [job] = await jobsOf('make-mails')
    expect(Number(new Date(String(job?.run_at)))).toBeGreaterThan(Date.now() + 115_000)
    await declined(actor, 'Nor this.')
    await doJobs()
    expect(mailbox.received).toEqual([])
    await post(actor, 'soon_at')
    expect((await mailbox.next(address)).subject).toMatch(/^2 things/)
    await readJobs(`delete from jobs._private_jobs`)
  })

  test('is not told twice where a digest is wanted, too', async () => {
    const { actor, address } = await reachable({ own: 'at_once', talk: 'daily' })
    await declined(actor)
    await post(actor, 'soon_at')
    await post(actor)
    expect(mailbox.received.filter(({ to }) => to.includes(address))).toHaveLength(1)
  })
})

describe('a mail', () => {
  test('whose worker was killed before it could say so is sent again under its Message-ID', async () => {
    const { actor, address } = await reachable()
    await declined(actor)
    await post(actor)
    const first = await mailbox.next(address)
    const [mail] = await mailsOf(actor)
    await changeRows(`update news_mail set settled_at = null where id = ${mail?.id}`)
    await sendNewsMail({ mailId: Number(mail?.id) })
    await sendNewsMail({ mailId: Number(mail?.id) })
    const second = await mailbox.next(address)
    expect(first.messageId).toMatch(/^<news\.\d+\.\d+@wiki\.example>$/)
    expect([second.messageId, second.text]).toEqual([first.messageId, first.text])
    expect(mailbox.received).toEqual([])
  })

  test('outlasts a mail server that is away for two days: nothing is lost, and nothing sent twice', async () => {
    const { actor, address } = await reachable()
    await declined(actor, 'On the first day.')
    vi.stubEnv('SMTP_URL', 'smtp://127.0.0.1:9')
    await post(actor)
    await declined(actor, 'On the second day.')
    await post(actor)
    // Each pause is e times the one before, up to six hours; so many have passed.
    const [{ most } = { most: 0 }] =
      await readJobs(`select max(max_attempts)::int as most from jobs._private_jobs
      join jobs._private_tasks t on t.id = task_id where t.identifier = 'send-news-mail'`)
    const pauses = Array.from({ length: Number(most) - 1 }, (_, at) => Math.min(Math.exp(at + 1), 21_600))
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(2 * 86_400)
    expect(await jobsOf('send-news-mail')).toHaveLength(2)
    vi.stubEnv('SMTP_URL', mailbox.url)
    await readJobs(`update jobs._private_jobs set run_at = now()`)
    await queueUndone()
    await doJobs()
    const came = mailbox.received.filter(({ to }) => to.includes(address))
    expect(came.map(({ text }) => /On the \w+ day/.exec(text)?.[0])).toEqual([
      'On the first day',
      'On the second day',
    ])
    expect(new Set(came.map(({ messageId }) => messageId)).size).toBe(2)
  })

  test('that the server refuses because of its address is the last one there', async () => {
    const { actor, address } = await reachable()
    mailbox.refusals.set(address, '550 5.7.1 Relaying denied')
    await declined(actor)
    await post(actor)
    expect(await jobsOf('send-news-mail')).toMatchObject([{ attempts: 1 }])
    mailbox.refusals.set(address, '550 5.1.1 No such mailbox')
    await readJobs(`update jobs._private_jobs set run_at = now()`)
    await doJobs()
    expect(await jobsOf('send-news-mail')).toEqual([])
    mailbox.refusals.clear()
    await declined(actor)
    await post(actor)
    expect(mailbox.received).toEqual([])
    expect(await changeMail(actor, { ...wanted, own: 'daily' })).toMatchObject({
      ok: false,
      reason: 'invalid',
    })
  })
})

const tokenIn = (text: string) => {
  const mail = { text } as Parameters<typeof linkIn>[0]
  return new URL(linkIn(mail, '/mail/')).pathname.split('/')[2] ?? ''
}

describe('the link in a mail', () => {
  test('ends all mails like it, also those that are queued, without signing in', async () => {
    const { actor, address } = await reachable({ own: 'daily', watched: 'weekly', account: 'at_once' })
    await declined(actor)
    await post(actor)
    const token = tokenIn((await mailbox.next(address)).text)
    await declined(actor)
    await tell()
    await due(actor)
    await makeMails()
    expect(await endMailByLink(visitor, { token })).toEqual({ ok: true })
    expect(await endMailByLink(visitor, { token })).toEqual({ ok: true })
    await doJobs()
    expect(mailbox.received).toEqual([])
    expect(await readRows(`select family from mail_choice where account_id = ${actor.id}`)).toEqual([
      { family: 'account' },
    ])
    expect(await readRows(`select digest_at from mail_plan where account_id = ${actor.id}`)).toEqual([
      { digest_at: null },
    ])
  })

  test('changes what its account gets, and nothing of another', async () => {
    const { actor, address } = await reachable()
    const { actor: other } = await reachable()
    await declined(actor)
    await post(actor)
    const token = tokenIn((await mailbox.next(address)).text)
    const change = { ...wanted, own: 'weekly', timeZone: 'Asia/Tokyo', token } as const
    expect(await changeMailByLink(visitor, change)).toEqual({ ok: true })
    expect(
      await readRows(`select account_id::int as id, rhythm, time_zone as zone from mail_choice join mail_plan using (account_id)
        where account_id in (${actor.id}, ${other.id}) order by 1`),
    ).toEqual([
      { id: actor.id, rhythm: 'weekly', zone: 'Asia/Tokyo' },
      { id: other.id, rhythm: 'daily', zone: 'Europe/Berlin' },
    ])
    const forged = token.replace(`${actor.id}-`, `${other.id}-`)
    for (const odd of [forged, token.replace('-own-', '-talk-'), token.slice(0, -1), '', '1', 'x-y-z'])
      expect(await endMailByLink(visitor, { token: odd })).toMatchObject({ ok: false, reason: 'not_found' })
    await changeRows(`update account set email = 'another@example.org' where id = ${actor.id}`)
    expect(await endMailByLink(visitor, { token })).toMatchObject({ ok: false, reason: 'not_found' })
  })
})

test('who has no confirmed address gets no mail, and is told so', async () => {
  const { actor } = await reachable()
  await declined(actor)
  await changeRows(`update account set email_confirmed_at = null where id = ${actor.id}`)
  await post(actor)
  expect(await mailsOf(actor)).toEqual([])
  expect(await changeMail(actor, { ...wanted, own: 'daily' })).toMatchObject({ ok: false, reason: 'invalid' })
  vi.stubEnv('SMTP_URL', '')
  expect(await changeMail(actor, { ...wanted, own: 'daily' })).toMatchObject({
    ok: false,
    reason: 'not_found',
  })
})
