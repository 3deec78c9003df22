import type { WholeEntry } from '@/db/entries/entries'
import { findPageFacet } from '@/db/entries/facets'
import { findOpenLinks } from '@/db/links/open-links'
import { findPagesNamed } from '@/db/links/relations'
import type { Tx } from '@/db/postgres/client'
import { takePublishLock } from '@/db/postgres/locks'
import { drawSequence } from '@/db/publishing/publish-sequence'
import { findAuthorIds } from '@/db/revisions/authors'
import { tags } from '@/lib/cache/tags'
import { kindOf } from '@/lib/kinds/registry'
import { refreshStandings } from '@/lib/standings/refresh-standings'
import { tagsOf } from '@/lib/standings/tags-of'

/**
 * The consequences of deleting or restoring an entry, whose links stay: computes the standings that depend on it and
 * gives the tags of everything that shows or lists it. Takes the publish lock, so that a link to it is published
 * before, or sees the change: call it last, just before the event.
 */
export async function followPresence(
  tx: Tx,
  { id, kind }: Pick<WholeEntry, 'id' | 'kind'>,
): Promise<string[]> {
  await takePublishLock(tx)
  const [links, ends] = await Promise.all([findOpenLinks(tx, id), findPagesNamed(tx, [id], 'ever')])
  const { hasStanding, bearsOnStandings, isTitled } = kindOf(kind)
  const changed = { factIds: hasStanding ? [id] : [], sourceIds: bearsOnStandings ? [id] : [] }
  const moved = await refreshStandings(tx, changed, await drawSequence(tx))
  const facet = isTitled ? await findPageFacet(tx, id) : null
  const authors = await findAuthorIds(tx, id)
  return [
    ...tagsOf({ id, kind }, { before: links, after: [] }),
    ...(facet ? [tags.pagesOfKind(facet.kind)] : []),
    ...(facet && facet.workId !== null ? [tags.places] : []),
    ...moved,
    ...ends.map(tags.namedIn),
    ...authors.map(tags.contributions),
  ]
}
