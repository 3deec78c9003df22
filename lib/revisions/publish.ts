import { randomBytes } from 'node:crypto'
import type { Tx } from '@/db/client'
import { takePublishLock } from '@/db/queries/locks'
import {
  findNumbers,
  insertEntry,
  insertRevisions,
  moveHead,
  type NewRevision,
} from '@/db/queries/publishing'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { hashOf } from '@/lib/content/canonical'
import { CONTENT_VERSION } from '@/lib/content/content'
import { countWordsOf } from '@/lib/content/plain-text'
import { mapReferences } from '@/lib/content/references'
import { entryPath } from '@/lib/entries/paths'
import { refreshStandings } from '@/lib/facts/refresh-standings'
import { turnedSources } from '@/lib/facts/turned-sources'
import { demandLiving } from './demand-living'
import { deriveLinks, deriveRows } from './derive'
import { labelOf } from './label'
import type { Circumstances, Placed, Publication, PublishedEntry } from './publication'
import { tagsOf } from './tags-of'

/**
 * The only mover of an entry's head. Writes a revision for each publication and everything derived from it: head,
 * label, title, links, facets, search rows, standings, and the cache event, whose id it gives with the entries.
 *
 * The caller has locked the entries, seen that each head is `parentNumber`, and asked whether the author may. Throws a
 * `RefusalError` when a title is taken, and when something that it names for the first time was deleted meanwhile. Whatever is numbered is numbered under the publish lock, taken here last.
 */
export async function publish(
  tx: Tx,
  publications: Publication[],
  circumstances: Circumstances,
): Promise<{ entries: PublishedEntry[]; event: number }> {
  const placed = await place(tx, publications)
  const changed = tagsOfAuthor(circumstances)
  for (const one of placed) changed.push(...(await deriveRows(tx, one)))

  await takePublishLock(tx)
  const turned = await turnedSources(tx, placed, circumstances)
  const rows = await insertRevisions(
    tx,
    placed.map((one) => revisionOf(one, circumstances)),
  )
  const published: PublishedEntry[] = []
  for (const [index, one] of placed.entries()) {
    const { id: revisionId, sequence } = rows[index] ?? { id: 0, sequence: 0 }
    await moveHead(tx, one.id, revisionId, one.label)
    const links = await deriveLinks(tx, one, sequence)
    await demandLiving(tx, one, links)
    changed.push(...tagsOf(one, links))
    published.push({
      id: one.id,
      kind: one.kind,
      number: one.number,
      label: one.label,
      path: entryPath(one),
      revisionId,
    })
  }
  const factIds = placed.filter((one) => one.kind === 'fact').map((one) => one.id)
  const last = Math.max(...rows.map((row) => row.sequence))
  changed.push(...(await refreshStandings(tx, { factIds, sourceIds: turned }, last)))
  return { entries: published, event: await announce(tx, changed) }
}

async function place(tx: Tx, publications: Publication[]): Promise<Placed[]> {
  const ids = new Map<number, { id: number; number: number }>()
  for (const one of publications) {
    if (one.entryId === null) ids.set(-one.position, await insertEntry(tx, one.kind, labelOf(one, 0)))
  }
  const numbers = await findNumbers(
    tx,
    publications.flatMap((one) => one.entryId ?? []),
  )
  return publications.map((one) => {
    const made = one.entryId === null ? ids.get(-one.position) : undefined
    const id = made?.id ?? one.entryId ?? 0
    const number = made?.number ?? numbers.get(id) ?? 0
    const content = mapReferences(one.kind, one.content, (ref) => ids.get(ref)?.id ?? ref)
    const placed = { ...one, content } as Publication
    return { ...placed, id, number, label: labelOf(placed, number) }
  })
}

function revisionOf(one: Placed, circumstances: Circumstances): NewRevision {
  const salt = randomBytes(16).toString('base64url')
  const { author } = circumstances
  return {
    entryId: one.id,
    number: one.parentNumber + 1,
    authorId: 'accountId' in author ? author.accountId : null,
    externalAuthorId: 'externalAuthorId' in author ? author.externalAuthorId : null,
    externalRevisionId: 'externalAuthorId' in author ? author.externalRevisionId : null,
    origin: circumstances.origin ?? null,
    ...(circumstances.licence && { licence: circumstances.licence }),
    summary: circumstances.summary,
    isMinor: circumstances.isMinor,
    via: circumstances.via,
    touches: [...one.touches].sort(),
    isReviewed: circumstances.isReviewed,
    words: countWordsOf(one.kind, one.content),
    hash: hashOf(salt, one.content),
    submissionId: circumstances.submissionId ?? null,
    restoresNumber: one.restoresNumber ?? null,
    content: one.content,
    schemaVersion: CONTENT_VERSION,
    salt,
  }
}

function tagsOfAuthor({ author }: Circumstances): string[] {
  return 'accountId' in author ? [tags.contributions(author.accountId)] : []
}
