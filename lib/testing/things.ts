import { expect } from 'vitest'
import { insertBlock } from '@/db/accounts/blocks'
import { deletePasskey, insertPasskey } from '@/db/accounts/passkeys'
import { transaction } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { endOwnSession } from '@/lib/accounts/end-sessions'
import {
  added,
  edited,
  holdBack,
  makeAccount,
  newKey,
  pageContent,
  prepareWiki,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import { addAlias } from '@/lib/moderation/add-alias'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { protect } from '@/lib/moderation/protect'
import type { AccountActor } from '@/lib/policy/actor'
import { clearReport, closeReport } from '@/lib/reports/handle'
import { accept } from '@/lib/review/accept'
import { decline, requestChanges } from '@/lib/review/turn-down'
import { idOfSecret } from '@/lib/secret'
import { openSession } from '@/lib/sessions/open-session'
import { reopen } from '@/lib/submissions/reopen'
import { withdraw } from '@/lib/submissions/withdraw'
import { declineComment } from '@/lib/talk/decide'
import { startThread } from '@/lib/talk/start'
import { withdrawComment } from '@/lib/talk/withdraw-comment'
import { withhold } from '@/lib/withholding/withhold'

export type Id = number | string
/** Ids of one kind, by state. */
export type Things = Record<string, Id>

export const here = { network: null }
export const reason = 'Part of a test'
export const states = [
  'waiting',
  'changes_requested',
  'accepted',
  'declined',
  'withdrawn',
  'overtaken',
] as const

export const people = {} as Record<
  'author' | 'fan' | 'trusted' | 'moderator' | 'owner' | 'blocked',
  AccountActor
>

/** All ids, once `prepareThings` has made them. */
export const things = {} as Record<
  | 'submissions'
  | 'wording'
  | 'rounds'
  | 'entries'
  | 'withholdings'
  | 'suppressed'
  | 'accounts'
  | 'sessions'
  | 'passkeys'
  | 'authors'
  | 'reports'
  | 'aboutModerator'
  | 'appeals'
  | 'checked'
  | 'ownWords'
  | 'comments'
  | 'threads',
  Things
>

/** A decision on a round, to be made once. */
export const decision = (submissionId: number, roundNumber: number) => ({
  submissionId,
  roundNumber,
  key: newKey(),
})

/** Makes everything that has a number, in every state that it can have, and the accounts that ask about it. */
export async function prepareThings(): Promise<void> {
  await prepareWiki()
  // Long numbers, so that they cannot be confused with anything else in an answer.
  for (const table of ['submission', 'comment', 'thread'])
    await changeRows(`alter table ${table} alter column id restart with 600001`)
  for (const role of ['fan', 'trusted', 'moderator', 'owner'] as const) people[role] = await makeAccount(role)
  people.author = await makeAccount('fan')
  const blocked = await makeAccount('fan')
  await block(blocked)
  people.blocked = { ...blocked, isBlocked: true, block: { reason, until: null } }
  things.submissions = await submissionsInEveryState()
  const open = await publishNew(people.owner, 'page', pageContent('Open', { p: 'one' }))
  const waits = await holdBack(people.author, edited('page', open, 1, pageContent('Open', { p: 'two' })))
  things.wording = { 'wording that waits': waits }
  things.rounds = await idsOf(
    `select id from submission_round where submission_id in (${waits}, ${things.submissions.declined})`,
  )
  await entriesInEveryState(open)
  await accountsInEveryState()
  await reportsInEveryState()
  await heldTalk(open)
}

/** Threads that begin with a comment of somebody new, held, declined or taken back. */
async function heldTalk(entryId: number): Promise<void> {
  const author = await makeAccount('fan')
  const { moderator } = people
  things.comments = {}
  things.threads = {}
  for (const state of ['held', 'declined', 'withdrawn'] as const) {
    const sent = await startThread(author, { key: newKey(), entryId, subject: state, words: 'Said.' })
    if (!sent.ok) throw new Error(`not said: ${JSON.stringify(sent)}`)
    const { commentId, threadId } = sent
    if (state === 'declined') await declineComment(moderator, { commentId, reason })
    if (state === 'withdrawn') await withdrawComment(author, { commentId })
    things.comments[state] = commentId
    things.threads[state] = threadId
  }
}

const block = ({ id: accountId }: AccountActor) =>
  transaction((tx) => insertBlock(tx, { accountId, byId: people.owner.id, reason, days: null }))

const idsOf = async (statement: string): Promise<Things> =>
  Object.fromEntries((await readRows(statement)).map(({ id }, at) => [`the ${at + 1}.`, Number(id)]))

async function submissionsInEveryState(): Promise<Things> {
  const { author, moderator } = people
  const held: Things = {}
  for (const state of states)
    held[state] = await holdBack(author, added('page', pageContent(`Held ${state}`)))
  const of = (state: string) => decision(Number(held[state]), 1)
  await requestChanges(moderator, { ...of('changes_requested'), reason })
  await accept(moderator, of('accepted'))
  await decline(moderator, { ...of('declined'), reason })
  await withdraw(author, { ...of('withdrawn'), state: 'waiting' })
  // What it proposes is in the entry already by the time it is reviewed.
  const twice = await publishNew(moderator, 'page', pageContent('Twice', { p: 'one' }))
  const same = pageContent('Twice', { p: 'two' })
  held.overtaken = await holdBack(author, edited('page', twice, 1, same))
  await publishNow(moderator, edited('page', twice, 1, same))
  await accept(moderator, decision(held.overtaken, 1))
  // Sent again it is in its second round; not everybody may decide on a living person's page.
  held['sent again'] = await holdBack(author, added('page', pageContent('Sent again')))
  await withdraw(author, { ...decision(held['sent again'], 1), state: 'waiting' })
  await reopen(author, { ...decision(held['sent again'], 1), state: 'withdrawn' })
  // A conflict with the current text.
  const clash = await publishNew(moderator, 'page', pageContent('Clash', { p: 'one' }, { kind: 'person' }))
  const words = (p: string) => edited('page', clash, 1, pageContent('Clash', { p }, { kind: 'person' }))
  held['in conflict'] = await holdBack(author, words('mine'))
  await publishNow(moderator, words('theirs'))
  const found = await readRows(`select state from submission where author_id = ${author.id}`)
  expect(new Set(found.map(({ state }) => state))).toEqual(new Set(states))
  return held
}

async function entriesInEveryState(open: number): Promise<void> {
  const { owner } = people
  const gone = await publishNew(owner, 'page', pageContent('Gone'))
  await deleteEntry(owner, { entryId: gone, reason }, here)
  const guarded = await publishNew(owner, 'page', pageContent('Guarded', { p: 'one' }))
  await protect(owner, { entryId: guarded, level: 'moderators', until: null, reason }, here)
  await publishNow(owner, edited('page', guarded, 1, pageContent('Guarded', { p: 'two' })))
  await addAlias(owner, { entryId: guarded, title: 'Also', reason }, here)
  things.entries = { open, gone, guarded }
  for (const [strength, part] of [
    ['hidden', 'text'],
    ['suppressed', 'summary'],
    ['erased', 'text'],
  ] as const)
    await withhold(
      owner,
      { entryId: guarded, from: 1, to: 1, parts: [part], strength, reason, words: null },
      here,
    )
  const of = (strength: string) => idsOf(`select id from withholding where strength = '${strength}'`)
  things.withholdings = await of('hidden')
  things.suppressed = { ...(await of('suppressed')), erased: (await of('erased'))['the 1.'] ?? 0 }
}

async function accountsInEveryState(): Promise<void> {
  const stopped = await makeAccount('fan')
  await block(stopped)
  const free = await makeAccount('fan')
  things.accounts = {
    free: free.id,
    stopped: stopped.id,
    moderator: (await makeAccount('moderator')).id,
    owner: people.owner.id,
  }
  const session = async () => idOfSecret(await openSession(free.id, null))
  const passkey = async (id: string) => {
    const key = { id, accountId: free.id, name: id, publicKey: '', counter: 0 }
    await transaction((tx) => insertPasskey(tx, key))
    return id
  }
  things.passkeys = { there: await passkey('a-passkey'), gone: await passkey('another-passkey') }
  await transaction((tx) => deletePasskey(tx, free.id, String(things.passkeys.gone)))
  things.sessions = { open: await session(), ended: await session() }
  await endOwnSession(free, { sessionId: String(things.sessions.ended) })
  await changeRows(`insert into external_author (wiki, name) values ('elsewhere', 'Someone')`)
  things.authors = await idsOf('select id from external_author')
}

async function reportsInEveryState(): Promise<void> {
  const write = (receipt: string, about: number | null) =>
    changeRows(`insert into report (receipt, target, about_account_id, urgency, category, words, address)
      values ('${receipt}', '${about ? 'account' : 'site'}', ${about}, 'ordinary', 'wrong', 'No.', '/')`)
  for (const receipt of ['a', 'b', 'c']) await write(receipt, null)
  for (const receipt of ['d', 'e']) await write(receipt, people.moderator.id)
  const by = async (receipts: string) =>
    idsOf(`select id from report where receipt in (${receipts}) order by id`)
  things.reports = await by(`'a', 'b', 'c'`)
  things.aboutModerator = await by(`'d', 'e'`)
  const close = (reportId: Id | undefined) =>
    closeReport(people.owner, { reportId: Number(reportId), outcome: 'acted', answer: '' }, here)
  await close(things.reports['the 2.'])
  await close(things.reports['the 3.'])
  await clearReport(people.owner, { reportId: Number(things.reports['the 3.']) }, here)
  await close(things.aboutModerator['the 2.'])
  await changeRows(`insert into checked_words (report_id, target, target_id, hash, until)
    values (${things.reports['the 1.']}, 'comment', 1, 'hash', now() + interval '1 day')`)
  await changeRows(`insert into appeal (block_id, account_id, words)
    select id, account_id, 'No.' from block order by id limit 1`)
  await changeRows(`insert into own_words (account_id, words, state)
    select ${people.moderator.id}, 'I am.', unnest(array['waiting', 'shown', 'replaced', 'declined', 'withdrawn'])`)
  things.ownWords = await idsOf('select id from own_words')
  things.appeals = await idsOf('select id from appeal')
  things.checked = await idsOf('select id from checked_words')
}
