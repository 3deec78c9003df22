import type { WholeEntry } from '@/db/entries/entries'
import { isEntryLink, type OpenLink } from '@/db/links/open-links'
import { tags } from '@/lib/cache/tags'
import { kindOf } from '@/lib/kinds/registry'

/** The tags of public pages that publishing this changes, as far as its links, before and after, tell. */
export function tagsOf(
  one: Pick<WholeEntry, 'id' | 'kind'>,
  links: { before: OpenLink[]; after: OpenLink[] },
): string[] {
  const { bearsOnStandings, listTags } = kindOf(one.kind)
  const all = [...links.before, ...links.after]
  const pointed = all.flatMap(({ kind, to }) => {
    if (typeof to === 'string') return [tags.linksToTitle(to)]
    if (kind === 'about') return [tags.factsAbout(to)]
    if (kind === 'cites' || (kind === 'mentions' && bearsOnStandings)) return [tags.restsOn(to)]
    if (kind === 'category') return [tags.members(to)]
    return []
  })
  return [
    tags.entry(one.id),
    tags.history(one.id),
    tags.recent,
    ...pointed,
    ...listTags,
    ...all.filter(isEntryLink).map(({ to }) => tags.linksTo(to)),
  ]
}
