import { primary } from '@/db/postgres/client'
import { findEntryId } from '@/db/revisions/revisions'
import { numberOfAddress } from '@/lib/input/addresses'
import type { ContentKind } from '@/lib/kinds/registry'

const LAST_NUMBER = /(?:^|\D)([1-9]\d{0,14})\/?(?:[?#].*)?$/

/** The id of the entry of a kind that a moderator typed: its number, or an address that ends in it. */
export async function findOther(kind: ContentKind, typed: string): Promise<number | null> {
  const [, spelled = ''] = LAST_NUMBER.exec(typed.trim()) ?? []
  const number = numberOfAddress(spelled)
  return number === null ? null : findEntryId(primary(), kind, number)
}
