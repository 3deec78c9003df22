import type { NewPages, NewSources } from '@/components/editor/citations/references'
import { mapReferences } from '@/lib/content/references'
import type { ContentKind, ContentOf } from '@/lib/kinds/registry'
import type { WrittenKind } from '@/lib/kinds/written/written-kind'
import { idAlong } from '@/lib/submissions/along'

/**
 * The content as it is sent, with the new sources and pages that it still names, sources first, each in the order in which
 * they first appear, under the temporary ids of their places (`idAlong`). What nothing names any
 * more stays behind.
 */
export function assemble<K extends ContentKind>(
  kind: WrittenKind<K>,
  content: ContentOf[K],
  newSources: NewSources,
  newPages: NewPages = {},
) {
  const named = new Set<number>()
  mapReferences(kind, content, (id) => {
    named.add(id)
    return id
  })
  const sources = [...named].filter((id) => id in newSources)
  const pages = [...named].filter((id) => id in newPages)
  const used = [...sources, ...pages]
  return {
    content: mapReferences(kind, content, (id) => (used.includes(id) ? idAlong(used.indexOf(id)) : id)),
    sources: sources.flatMap((id) => newSources[id] ?? []),
    pages: pages.flatMap((id) => newPages[id] ?? []),
    used,
  }
}
