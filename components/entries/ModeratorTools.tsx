import type { Addressed } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

const pathOf = {
  protect: paths.protectEntry,
  rename: paths.renameEntry,
  delete: paths.deleteEntry,
  hide: paths.hideVersions,
}

/** Links for moderators among the entry's tools, shown once the page knows who reads it. */
export function ModeratorTools({ id, kind }: { id: number; kind: Addressed['kind'] }) {
  const acts = ['protect', ...(kindOf(kind).isTitled ? (['rename'] as const) : []), 'delete', 'hide'] as const
  return acts.map((act) => (
    <li key={act} data-for="moderators">
      <a href={pathOf[act](id)} rel="nofollow">
        {messages().moderating.tools[act]}
      </a>
    </li>
  ))
}
