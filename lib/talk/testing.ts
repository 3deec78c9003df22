import { changeRows, readRows } from '@/db/postgres/testing'
import { newKey } from '@/lib/changesets/testing'
import { sentenceOf } from '@/lib/messages/message'
import type { AccountActor } from '@/lib/policy/actor'
import { reply } from './reply'
import { startThread } from './start'
import { loadThread } from './thread-loader'

type Sent = { commentId: number; threadId: number; isHeld: boolean; event: number | null }

/** What an operation gave; throws its refusal. */
export async function done<T extends { ok: boolean }>(answer: Promise<T>) {
  const given = await answer
  if (!given.ok) throw new Error(JSON.stringify(given))
  return given as unknown as Sent
}

/** What an operation answered: its refusal with its sentence, or that it was done. */
export const refusalOf = async (answer: Promise<{ ok: boolean }>) => {
  const given = (await answer) as { ok: boolean; reason?: string; message?: Parameters<typeof sentenceOf>[0] }
  return given.ok ? 'done' : `${given.reason}: ${given.message && sentenceOf(given.message)}`
}

/** Begins a thread about an entry. */
export const started = (
  by: AccountActor,
  entryId: number,
  words = 'Where is this from?',
  subject = 'A question',
) => startThread(by, { key: newKey(), entryId, subject, words })
/** Answers in a thread. */
export const replied = (by: AccountActor, threadId: number, words = 'From the first episode.') =>
  reply(by, { key: newKey(), threadId, answers: null, words })

/** The same account, trusted. */
export async function promoted({ id }: AccountActor): Promise<number> {
  await changeRows(`update account set role = 'trusted' where id = ${id}`)
  return id
}

/** The events of a comment, in order. */
export const eventsOf = async (commentId: number) =>
  (await readRows(`select name from event where comment_id = ${commentId} order by id`)).map(
    ({ name }) => name,
  )

/** The first part of a thread, or the part from a number, as everybody sees it; null where it is not shown. */
export async function shownIn(threadId: number, from?: string) {
  const at = await loadThread(String(threadId), from)
  return at.state === 'found' ? at.view : null
}

/** All that a thread shows, as one text. */
export const wordsIn = async (threadId: number) => JSON.stringify(await shownIn(threadId))
