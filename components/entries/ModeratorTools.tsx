import { moderationPaths } from '@/lib/entries/moderation-paths'
import type { Addressed } from '@/lib/entries/paths'
import { moderating } from '@/lib/texts/en/moderating'

const texts = moderating.tools

/** For the entry's tools: what only those who moderate are shown, once the page knows who reads it. */
export function ModeratorTools({ id, kind }: { id: number; kind: Addressed['kind'] }) {
  const paths = moderationPaths(id)
  const acts = (['protect', 'rename', 'delete', 'hide'] as const).filter(
    (act) => act !== 'rename' || kind === 'page',
  )
  return acts.map((act) => (
    <li key={act} data-for="moderators">
      <a href={paths[act]} rel="nofollow">
        {texts[act]}
      </a>
    </li>
  ))
}
