import type { WholeEntry } from '@/db/entries/entries'
import type { Tx } from '@/db/postgres/client'
import { findRevisionContent } from '@/db/publishing/publishing'
import { type HeldText, replaceItem } from '@/db/withholding/erasing'
import { changeOf } from '@/lib/changesets/change'
import { hashOf } from '@/lib/content/hash'
import { mergeContents } from '@/lib/content/merge'
import { kindOf, stored } from '@/lib/kinds/registry'
import { says } from './words-in'

/**
 * Rebases a waiting text onto today's head, so that nothing of its base is left in it. Gives false, and changes
 * nothing, where the two have a conflict, and where the author's own text contains the words.
 */
export async function rebase(
  tx: Tx,
  entry: WholeEntry,
  copy: HeldText,
  words: string | null,
): Promise<boolean> {
  const { kind, headNumber } = entry
  if (copy.entryId !== entry.id || copy.baseNumber === null || copy.baseRoundId !== null) return false
  const [base, head] = [
    await findRevisionContent(tx, entry.id, copy.baseNumber),
    await findRevisionContent(tx, entry.id, headNumber),
  ].map((found) => found && stored(kind, found))
  if (!base || !head) return false
  const merged = mergeContents(kindOf(kind), base, head, stored(kind, copy))
  if (!merged.ok || (words !== null && says(merged.content, words))) return false
  const { content } = merged
  const touches = [...changeOf(kindOf(kind), head, content).touches].sort()
  const set = { content, schemaVersion: kindOf(kind).version, hash: hashOf('', content), touches }
  await replaceItem(tx, copy, { ...set, baseNumber: headNumber })
  return true
}
