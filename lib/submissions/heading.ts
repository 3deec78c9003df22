import type { ItemHead } from '@/db/queries/review'
import { plainText } from '@/lib/content/plain-text'
import type { ContentKind } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'

export type Naming = Pick<
  ItemHead,
  'kind' | 'entryId' | 'number' | 'label' | 'isDeleted' | 'naming' | 'position'
>

/** What a new entry calls itself, from the fields that name its kind. */
export function newLabelOf({ kind, naming }: Naming): string {
  if (kind === 'fact') return plainText(naming?.statement ?? [])
  return naming?.title ?? naming?.description ?? ''
}

const nameOfNew = (item: Naming) => newLabelOf(item) || messages().review.heading.unnamed

/**
 * What an edit of one entry is called in a list. `nameOf` knows entries by id, and the new ones of the changeset by
 * `-position`.
 */
export function headingOf(item: Naming, nameOf: (id: number) => string | undefined): string {
  const { heading } = messages().review
  const { kind, number, label, isDeleted } = item
  if (number !== null && label !== null) {
    return kind === 'page' || kind === 'file' ? heading.page(label) : heading[kind](number, label)
  }
  if (number !== null && kind !== 'page' && kind !== 'file')
    return (isDeleted ? heading.deleted : messages().history.kind)[kind](number)
  if (kind !== 'fact')
    return kind === 'source' ? heading.newSource(nameOfNew(item)) : heading.newPage(nameOfNew(item))
  return heading.newFact(nameOf(item.naming?.about?.[0] ?? 0) ?? heading.unnamed)
}

/** The kind of edit in a word or two, for above its heading. */
export function eyebrowOf(kind: ContentKind, isNew: boolean): string {
  const { review } = messages()
  if (!isNew) return review.eyebrow[kind]
  return review.eyebrow[({ page: 'newPage', fact: 'newFact', source: 'newSource' } as const)[kind]]
}
