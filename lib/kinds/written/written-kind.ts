import type { Fields } from '@/lib/content/fields'
import type { ContentKind, ContentOf } from '@/lib/kinds/registry'

/** What of a kind its form needs to know in the browser; the rest of what it is stays on the server. */
export interface WrittenKind<K extends ContentKind> {
  name: K
  fields: Fields<ContentOf[K]>
}
