import {
  findDerivation,
  findPagesAfter,
  findPartlyClosedHeads,
  type LinkingHead,
  noteDerivation,
} from '@/db/links/derivations'
import { isEntryLink, replaceLinks } from '@/db/links/open-links'
import { replaceTitleLinks } from '@/db/links/title-links'
import { type Tx, transaction } from '@/db/postgres/client'
import { takeTurn } from '@/db/postgres/locks'
import { lockEntries } from '@/db/publishing/publishing'
import { announce } from '@/lib/cache/announce'
import { linksOf } from '@/lib/content/links'
import { kindOf, storedEntry } from '@/lib/kinds/registry'
import { tagsOf } from '@/lib/standings/tags-of'
import { titleLinksAmong } from './derive'

const NAME = 'links of closed parts'

/** So many pages are looked at in one transaction. */
const AT_ONCE = 200

/**
 * Notes of the links that only closed parts of pages have behind which places they are, which earlier releases did not:
 * after an upgrade, and after a backup of such a release was restored. What has been done is done once; an interrupted
 * start goes on where it stopped.
 */
export async function catchUpClosedLinks(atOnce = AT_ONCE): Promise<void> {
  while (await transaction((tx) => deriveNext(tx, atOnce))) {
    // Others write in between.
  }
}

async function deriveNext(tx: Tx, atOnce: number): Promise<boolean> {
  await takeTurn(tx, NAME)
  const { throughId, isDone } = await findDerivation(tx, NAME)
  if (isDone) return false
  const ids = await findPagesAfter(tx, throughId, atOnce)
  await lockEntries(tx, ids)
  const changed = new Set<string>()
  for (const head of await findPartlyClosedHeads(tx, ids))
    for (const tag of await noteClosedLinks(tx, head)) changed.add(tag)
  await noteDerivation(tx, { name: NAME, throughId: ids.at(-1) ?? throughId, isDone: ids.length < atOnce })
  if (changed.size > 0) await announce(tx, changed)
  return true
}

/** Gives the tags of what shows its links. */
async function noteClosedLinks(tx: Tx, { id, kind, sequence, ...head }: LinkingHead): Promise<string[]> {
  const one = storedEntry(kind, head)
  const links = linksOf(kindOf(one.kind), one.content)
  if (!links.some(({ behind }) => behind)) return []
  await replaceLinks(tx, id, links.filter(isEntryLink), sequence)
  await replaceTitleLinks(tx, id, titleLinksAmong(links), sequence)
  return tagsOf({ id, kind }, { before: [], after: links })
}
