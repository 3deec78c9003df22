import { takeTurn } from '@/db/postgres/locks'
import { findPrivateFactsAbout } from '@/db/reports/about-me'
import { isClosedBefore } from '@/db/reports/checked-words'
import type { Writing } from '@/lib/operations/writing'
import { writersScope } from '@/lib/policy/policy'
import { closeNow } from '@/lib/reports/checked/close'
import { closableWords } from '@/lib/reports/checked/words-of'

/** So many facts about a person's private life are closed by one request at most. */
export const MOST_PRIVATE = 50

interface Asked {
  reportId: number
  /** The person's page. */
  pageId: number
  /** The facts that they point at; none for all of them. */
  factIds: readonly number[]
}

/**
 * Closes what a person points at who says that a page is about them: facts about it that are flagged as private life,
 * and nothing else, so work and credits stay. At once, without an account, once a text, until a moderator has decided.
 * Gives the cache event; null where nothing is closed.
 */
export async function closePrivateLife(
  { tx, happened, changed }: Pick<Writing<never, 'words.closed'>, 'tx' | 'happened' | 'changed'>,
  { reportId, pageId, factIds }: Asked,
): Promise<number | null> {
  const facts = await findPrivateFactsAbout(tx, writersScope, pageId, MOST_PRIVATE)
  const wanted = factIds.length === 0 ? facts : facts.filter(({ id }) => factIds.includes(id))
  const tags: string[] = []
  for (const { id } of wanted) {
    const words = await closableWords(tx, {
      ...{ target: 'fact', entryId: id, revisionId: null },
      ...{ commentId: null, aboutAccountId: null, piece: null },
    })
    if (!words) continue
    await takeTurn(tx, `words ${words.target} ${words.targetId}`)
    if (!(await isClosedBefore(tx, words)))
      tags.push(...(await closeNow(tx, words, { reportId, byId: null })))
  }
  if (tags.length === 0) return null
  happened({ name: 'words.closed', reportId })
  return changed(tags, { isWithholding: true })
}
