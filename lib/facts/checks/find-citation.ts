import { findFactByNumber } from '@/db/facts/facts'
import type { Queryable } from '@/db/postgres/client'
import type { Citation } from '@/lib/content/citation'
import { isSaid, readFact, type SaidFact } from '@/lib/facts/card'
import { checkedKey } from '@/lib/kinds/checked-key'
import type { ReadScope } from '@/lib/policy/policy'

/** A citation of a fact as it stands now. */
export interface FoundCitation {
  fact: SaidFact
  headNumber: number
  citation: Citation
}

/** The citation with this key; `changed` where the fact says something else now, null where it is not shown. */
export async function findCitation(
  db: Queryable,
  within: ReadScope,
  { fact: number, key }: { fact: number; key: string },
): Promise<FoundCitation | 'changed' | null> {
  const head = await findFactByNumber(db, within, number)
  const fact = head && readFact({ ...head, revisionId: head.headId })
  if (!head || !fact || !isSaid(fact)) return null
  const citation = fact.content.citations.find((one) => checkedKey(fact.content, one) === key)
  return citation ? { fact, headNumber: head.revisionNumber, citation } : 'changed'
}
