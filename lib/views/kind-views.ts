import type { ShownHead } from '@/db/pages/pages'
import type { EntryAsOf } from '@/db/revisions/as-of'
import type { Records } from '@/lib/citations/records'
import type { ContentKind, ContentOf } from '@/lib/kinds/registry'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import type { EditFormData } from '@/lib/submissions/load'

/** The new sources that come with a text, by the number it cites them by, and their records. */
export interface Along {
  sources: ReadonlyMap<number, SourceContent>
  records: Records
}

/** What an old version shows; what tells later plot is `closed`, from a place on or from one that nobody knows. */
export type Shown<V> = { shown: V } | { closed: string | null } | null

/** What of a kind is looked up where it is shown: `Look` for one that is not published yet, `View` for one that is. */
export interface KindViews<K extends ContentKind, Look, View, D extends EditFormData<K>> {
  look(one: { entryId: number | null; content: ContentOf[K] }, along: Along): Promise<Look>
  /** The version that stands in the place of the head, as of that place; null where it is withheld. */
  asOf(then: EntryAsOf, head: ShownHead, at: { sequence: number; isOpen: boolean }): Promise<Shown<View>>
  /** What an edit form begins with, and what only this kind has; `label` is what the entry is called, null for a new one. */
  complete(editForm: EditFormData<K>, label: () => Promise<string | null>): Promise<D>
}
