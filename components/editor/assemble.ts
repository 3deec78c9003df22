import type { NewSources } from '@/components/editor/citations/references'
import type { ContentKind, ContentOf } from '@/lib/content/content'
import { mapReferences } from '@/lib/content/references'

/**
 * The content as it is sent, with the new sources that it still names: in the order in which they first appear, the
 * content naming them `-2`, `-3` … by their place after the entry itself. What nothing names any more stays behind.
 */
export function assemble<K extends ContentKind>(kind: K, content: ContentOf[K], newSources: NewSources) {
  const used: number[] = []
  const sent = mapReferences(kind, content, (id) => {
    if (!(id in newSources)) return id
    if (!used.includes(id)) used.push(id)
    return -2 - used.indexOf(id)
  })
  return { content: sent, sources: used.flatMap((id) => newSources[id] ?? []), used }
}
