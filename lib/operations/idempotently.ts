import { createHash } from 'node:crypto'
import { findAnswer, findAnswerInTurn, insertAnswer } from '@/db/operations/answers'
import { primary, type Tx, withCommit } from '@/db/postgres/client'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { canonicalJson } from '@/lib/text/canonical'

/** The key under which an account does something once, and what the key stands for: with another body it is refused. */
export interface Idempotency {
  key: string
  body: unknown
}

/**
 * Does a write once: sent again under the same key, it gives the answer that was given before. The answer is kept in
 * the write's own transaction, for 30 days. Throws a `RefusalError` when the key was used for another body.
 */
export async function idempotently<T extends object>(
  tx: Tx,
  accountId: number,
  { key, body }: Idempotency,
  write: () => Promise<T>,
): Promise<T> {
  const bodyHash = hashOfBody(body)
  const given = await findAnswerInTurn(tx, accountId, key)
  if (given && given.bodyHash !== bodyHash)
    throw new RefusalError(refuse('key_reused', codes().writing.keyReused))
  if (given) return given.answer as T
  const answer = await write()
  withCommit(tx, () => insertAnswer(tx, { accountId, key, bodyHash, answer }))
  return answer
}

/** The answer that this very write was given before; null when there is none. */
export async function givenAnswer<T extends object>(
  accountId: number,
  { key, body }: Idempotency,
): Promise<T | null> {
  const given = await findAnswer(primary(), accountId, key)
  return given?.bodyHash === hashOfBody(body) ? (given.answer as T) : null
}

const hashOfBody = (body: unknown) => createHash('sha256').update(canonicalJson(body)).digest('hex')
