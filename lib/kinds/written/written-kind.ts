import type { Fields } from '@/lib/content/fields'
import type { ContentKind, ContentOf } from '@/lib/kinds/registry'

/** The part of a kind's declaration that its form needs in the browser; the rest stays on the server. */
export interface WrittenKind<K extends ContentKind> {
  name: K
  fields: Fields<ContentOf[K]>
}
