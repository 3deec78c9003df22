import type { Addressed } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

const pathOf = {
  protect: paths.protectEntry,
  rename: paths.renameEntry,
  merge: paths.mergeEntry,
  delete: paths.deleteEntry,
  hide: paths.hideVersions,
}

/** Links for moderators among the entry's tools, shown once the page knows who reads it. */
export function ModeratorTools({ id, kind }: { id: number; kind: Addressed['kind'] }) {
  const { isTitled, joined } = kindOf(kind)
  const acts = [
    'protect',
    ...(isTitled ? (['rename'] as const) : []),
    ...(joined ? (['merge'] as const) : []),
    'delete',
    'hide',
  ] as const
  return acts.map((act) => (
    <li key={act} data-for="moderators">
      <a href={pathOf[act](id)} rel="nofollow">
        {messages().moderating.tools[act]}
      </a>
    </li>
  ))
}
