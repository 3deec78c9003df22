import type { EntryKind } from '@/db/entries/schema'
import { kindOf } from '@/lib/kinds/registry'

/** What an entry is called in lists: by its kind and number alone where its label is not told. */
export function called({ kind, number, label }: { kind: EntryKind; number: number; label: string | null }) {
  return label ?? kindOf(kind).texts().numbered(number)
}

/** Whether an entry is called by its label: what was deleted is not called by what it said, but a title still stands. */
export const isCalledByLabel = ({ kind, isDeleted }: { kind: EntryKind; isDeleted: boolean }) =>
  kindOf(kind).isTitled || !isDeleted
