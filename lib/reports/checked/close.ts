import { findAccountCard } from '@/db/accounts/accounts'
import type { Tx } from '@/db/postgres/client'
import { takeTurn } from '@/db/postgres/locks'
import { countClosedBy, findOtherReporters, insertChecked, isClosedBefore } from '@/db/reports/checked-words'
import type { Reported } from '@/db/reports/reports'
import { enqueue } from '@/lib/jobs/enqueue'
import { openWordsKey } from '@/lib/jobs/keys'
import type { Writing } from '@/lib/operations/writing'
import type { Actor } from '@/lib/policy/actor'
import { areUnrelated, closesAlone, MOST_CLOSED_A_DAY, mayWitness } from '@/lib/policy/closing-words'
import { closing } from '@/lib/reports/categories'
import { setClosed } from './set-closed'
import { type ClosableWords, closableWords } from './words-of'

/** So long words stay closed at most while nobody decides. */
const HOURS = 24

interface Filed {
  reportId: number
  about: Reported
  by: Actor
  network: string | null
}

type Closing = Pick<Writing<never, 'words.closed'>, 'tx' | 'happened' | 'changed'>

/**
 * Closes the reported words to the public, where one trusted account says so, or a second one that is unrelated to the
 * first: once a text, for a day at most. Gives the cache event; null where nothing is closed. In the transaction of the
 * report, which is written already.
 */
export async function closeReported(
  { tx, happened, changed }: Closing,
  { reportId, about, by, network }: Filed,
): Promise<number | null> {
  if (!mayWitness(by)) return null
  const words = await closableWords(tx, about)
  if (!words) return null
  // Two reports at the same time are weighed one after the other.
  await takeTurn(tx, `words ${words.target} ${words.targetId}`)
  if (await isClosedBefore(tx, words)) return null
  if ((await countClosedBy(tx, by.id)) >= MOST_CLOSED_A_DAY) return null
  if (!closesAlone(by) && !(await isBorneOut({ tx }, about, by.id, network))) return null
  const tags = await closeNow(tx, words, { reportId, byId: by.id })
  happened({ name: 'words.closed', reportId })
  return changed(tags, { isWithholding: true })
}

/** Closes words to the public for a day at most, for a report. Gives the tags of what shows them. */
export async function closeNow(
  tx: Tx,
  words: ClosableWords,
  { reportId, byId }: { reportId: number; byId: number | null },
): Promise<string[]> {
  const { id: checkedId, until } = await insertChecked(tx, { ...words, reportId }, HOURS)
  enqueue(tx, 'open-words', { checkedId }, { key: openWordsKey(checkedId), runAt: until })
  return setClosed(tx, words, { until, byId })
}

/** Whether somebody unrelated to this account has reported the same. */
async function isBorneOut(
  { tx }: Pick<Closing, 'tx'>,
  about: Reported,
  accountId: number,
  network: string | null,
): Promise<boolean> {
  const own = await findAccountCard(tx, accountId)
  if (!own) return false
  const others = await findOtherReporters(tx, about, closing, { accountId, network })
  return others.some((other) => areUnrelated({ createdAt: own.createdAt, network }, other))
}
