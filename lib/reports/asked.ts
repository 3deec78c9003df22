import type { Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { type ContentKind, contentKinds } from '@/lib/kinds/registry'

/** What the form's address can name: an entry by its number, the rest by id. */
export type AskedKind = ContentKind | 'revision' | 'summary' | 'account' | 'comment'
export const askedKinds: readonly AskedKind[] = [...contentKinds, 'revision', 'summary', 'account', 'comment']

/** What is to be reported; null for the wiki as a whole. */
export type Asked = { kind: AskedKind; id: number } | null

/** Parses what an address, or a form's fields, name; the wiki as a whole where they name nothing. */
export function askedOf(query: Asking<AskedKind>): Asked {
  for (const kind of askedKinds) {
    const id = numberOfAddress(query[kind])
    if (id !== null) return { kind, id }
  }
  return null
}
