import type { ItemHead } from '@/db/review/review'
import { type ContentKind, kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'

export type Naming = Pick<
  ItemHead,
  'kind' | 'entryId' | 'number' | 'label' | 'isDeleted' | 'naming' | 'position'
>

/** What a new entry calls itself, from the fields that name its kind. */
export const newLabelOf = ({ kind, naming }: Naming): string => kindOf(kind).ownName(naming ?? {})

/**
 * What an edit of one entry is called in a list. `nameOf` knows entries by id, and the new ones of the changeset by
 * their temporary ids.
 */
export function headingOf(item: Naming, nameOf: (id: number) => string | undefined): string {
  const { kind, number, label, isDeleted } = item
  const texts = kindOf(kind).texts()
  if (number !== null && label !== null) return texts.listed(number, label)
  if (number !== null) return isDeleted ? texts.deleted(number) : texts.numbered(number)
  const head = kindOf(kind).headedBy(item.naming ?? {})
  const called = typeof head === 'number' ? nameOf(head) : head
  return texts.fresh(called || messages().review.unnamed)
}

/** The kind of edit in a word or two, for above its heading. */
export function eyebrowOf(kind: ContentKind, isNew: boolean): string {
  const texts = kindOf(kind).texts()
  return isNew ? texts.new : texts.edit
}
