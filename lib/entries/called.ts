import type { EntryKind } from '@/db/schema/entries'
import { history } from '@/lib/texts/en/history'

/** What an entry is called in lists: by its kind and number alone where its label is not told. */
export function called({ kind, number, label }: { kind: EntryKind; number: number; label: string | null }) {
  return label ?? (kind === 'page' ? '' : history.kind[kind](number))
}
