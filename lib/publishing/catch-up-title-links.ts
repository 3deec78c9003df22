import {
  findDerivation,
  findEntriesAfter,
  findLinkingHeads,
  insertTitleLinks,
  type LinkingHead,
  noteDerivation,
} from '@/db/links/derivations'
import { type Tx, transaction } from '@/db/postgres/client'
import { takeTurn } from '@/db/postgres/locks'
import { lockEntries } from '@/db/publishing/publishing'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { linksOf } from '@/lib/content/links'
import { kindOf, storedEntry } from '@/lib/kinds/registry'
import { titleLinksAmong } from './derive'

const NAME = 'links by title'

/** So many entries are looked at in one transaction. */
const AT_ONCE = 200

/**
 * Derives the links by title of what was published before there was a table of them: after an upgrade, and after a backup
 * of an earlier release was restored. What has been done is done once; an interrupted start goes on where it stopped.
 */
export async function catchUpTitleLinks(atOnce = AT_ONCE): Promise<void> {
  while (await transaction((tx) => deriveNext(tx, atOnce))) {
    // Others write in between.
  }
}

/** The next entries are locked, so that nobody moves a head whose links are being written. False when all are done. */
async function deriveNext(tx: Tx, atOnce: number): Promise<boolean> {
  await takeTurn(tx, NAME)
  const { throughId, isDone } = await findDerivation(tx, NAME)
  if (isDone) return false
  const ids = await findEntriesAfter(tx, throughId, atOnce)
  await lockEntries(tx, ids)
  const links = (await findLinkingHeads(tx, ids)).flatMap(titleLinksOf)
  if (links.length > 0) await insertTitleLinks(tx, links)
  await noteDerivation(tx, {
    name: NAME,
    throughId: ids.at(-1) ?? throughId,
    isDone: ids.length < atOnce,
  })
  if (links.length > 0) await announce(tx, new Set(links.map(({ key }) => tags.linksToTitle(key))))
  return true
}

function titleLinksOf({ id, kind, sequence, ...head }: LinkingHead) {
  const one = storedEntry(kind, head)
  return titleLinksAmong(linksOf(kindOf(one.kind), one.content)).map(({ to, behind }) => ({
    ...{ fromId: id, key: to, since: sequence, behind: behind ?? null },
  }))
}
