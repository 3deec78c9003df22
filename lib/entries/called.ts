import type { EntryKind } from '@/db/schema/entries'
import { messages } from '@/lib/messages/messages'

/** What an entry is called in lists: by its kind and number alone where its label is not told. */
export function called({ kind, number, label }: { kind: EntryKind; number: number; label: string | null }) {
  return label ?? (kind === 'page' ? '' : messages().history.kind[kind](number))
}
