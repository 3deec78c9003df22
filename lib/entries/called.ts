import type { EntryKind } from '@/db/entries/schema'
import { kindOf } from '@/lib/kinds/registry'

/** An entry's label in lists: its kind and number alone where its own label is hidden. */
export function called({ kind, number, label }: { kind: EntryKind; number: number; label: string | null }) {
  return label ?? kindOf(kind).texts().numbered(number)
}

/** Whether an entry's own label is shown: a deleted fact's or source's is not, a page's title is. */
export const isCalledByLabel = ({ kind, isDeleted }: { kind: EntryKind; isDeleted: boolean }) =>
  kindOf(kind).isTitled || !isDeleted
