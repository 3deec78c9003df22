import { voidChecksAgainst, voidChecksOf } from '@/db/facts/checks'
import type { Tx } from '@/db/postgres/client'
import { tags } from '@/lib/cache/tags'
import { checkedKey, wordsOf } from '@/lib/kinds/checked-key'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { isSame } from '@/lib/text/canonical'
import type { PlacedAs } from './kind-rows'

/** Voids the checks of a fact whose words changed, or of a citation that changed or went. */
export async function voidOfFact(tx: Tx, { id, before, content }: PlacedAs<FactContent>): Promise<string[]> {
  if (!before) return []
  const keys = keysOf(content)
  const still = new Set(keys)
  if (keysOf(before).every((key) => still.has(key))) return []
  const why = wordsOf(before.statement) === wordsOf(content.statement) ? 'citation' : 'wording'
  await voidChecksOf(tx, id, keys, why)
  return []
}

/** Voids the checks against a source that is another one now; gives the tags of their facts. */
export async function voidAgainstSource(
  tx: Tx,
  { id, before, content }: PlacedAs<SourceContent>,
): Promise<string[]> {
  if (!before || isSame(whichOf(before), whichOf(content))) return []
  return (await voidChecksAgainst(tx, [id])).map(tags.entry)
}

const keysOf = (fact: FactContent) => fact.citations.map((citation) => checkedKey(fact, citation))

/** By what a source is found: whoever changes that puts another in its place. */
const whichOf = ({ url, doi, isbn }: SourceContent) => ({ url, doi, isbn })
