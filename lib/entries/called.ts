import type { EntryKind } from '@/db/entries/schema'
import { kindOf } from '@/lib/kinds/registry'

/** An entry as a list has it. */
interface Listed {
  kind: EntryKind
  number: number
  /** Null where it is hidden. */
  label: string | null
  /** False where its gate closes it. */
  isOpen?: boolean
}

/** An entry's label in lists: its kind and number alone where its own label is hidden, or that it is closed. */
export function called({ kind, number, label, isOpen = true }: Listed): string {
  const texts = kindOf(kind).texts()
  return isOpen ? (label ?? texts.numbered(number)) : texts.closed(number)
}

/** Whether an entry's address may not be told, since it is its title, and closed to the reader. */
export const isUntold = ({ kind, isOpen = true }: Pick<Listed, 'kind' | 'isOpen'>): boolean =>
  !isOpen && kindOf(kind).isTitled

/** Whether an entry's own label is shown: a deleted fact's or source's is not, a page's title is. */
export const isCalledByLabel = ({ kind, isDeleted }: { kind: EntryKind; isDeleted: boolean }) =>
  kindOf(kind).isTitled || !isDeleted
