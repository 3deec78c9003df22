import type { ShownHead } from '@/db/pages/pages'
import type { EntryAsOf } from '@/db/revisions/as-of'
import type { Records } from '@/lib/citations/records'
import type { AddressText } from '@/lib/input/address'
import type { ContentKind, ContentOf } from '@/lib/kinds/registry'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import type { ReadScope } from '@/lib/policy/policy'
import type { EditFormData } from '@/lib/submissions/load'
import type { SharedEntry } from './shared-entry'

/** The new sources that come with a text, by the temporary id that it cites them by, and their records. */
export interface Along {
  sources: ReadonlyMap<number, SourceContent>
  records: Records
}

/** An old version; what is behind a spoiler lock is `closed`, from a place on or from an unknown one. */
export type Shown<V> = { shown: V } | { closed: string | null } | null

/** What is looked up to show a kind: `Look` for a preview, `View` for a published entry. */
export interface KindViews<K extends ContentKind, Look, View, D extends EditFormData<K>> {
  look(one: { entryId: number | null; content: ContentOf[K] }, along: Along): Promise<Look>
  /** The version in place of the head, as of that place in the publish sequence; null where it is withheld. */
  asOf(then: EntryAsOf, head: ShownHead, at: { sequence: number; isOpen: boolean }): Promise<Shown<View>>
  /** The form data of a kind, for what its writer may read; `label` is the entry's label, null for a new one. */
  complete(editForm: EditFormData<K>, within: ReadScope, label: () => Promise<string | null>): Promise<D>
  /** What others see of the entry with this number in its address; null where not everybody may read it. */
  share(number: AddressText): Promise<SharedEntry | null>
}
