import { randomBytes } from 'node:crypto'
import type { Tx } from '@/db/postgres/client'
import { inOrder } from '@/db/postgres/in-order'
import { insertHeads, type NewHead } from '@/db/publishing/new-heads'
import { findEntryNumbers, insertEntries } from '@/db/publishing/publishing'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { wantPublished } from '@/lib/captures/want'
import { gateColumns } from '@/lib/content/gate'
import { hashOf } from '@/lib/content/hash'
import { countWords } from '@/lib/content/plain-text'
import { mapReferences } from '@/lib/content/references'
import { temporaryId } from '@/lib/content/temporary-id'
import { entryPath } from '@/lib/entries/paths'
import { recordEvent } from '@/lib/events/record-event'
import { kindOf } from '@/lib/kinds/registry'
import { rowsOf } from '@/lib/kinds/rows/all'
import { OWN_LICENCE } from '@/lib/publishing/licences'
import { sourcesWithChangedOrigin } from '@/lib/standings/changed-origins'
import { refreshStandings } from '@/lib/standings/refresh-standings'
import { tagsOf } from '@/lib/standings/tags-of'
import { deriveListed, deriveLivingLinks, deriveSearchRow } from './derive'
import { deriveTyped } from './derive-typed'
import { labelOf } from './label'
import type { NumberedChange, Publication, PublishedEntry, RevisionMeta } from './publication'

/**
 * The only mover of an entry's head. Writes a revision for each publication and everything derived from it: head,
 * label, title, links, relations, facets, search rows, standings, and the cache event, whose id it gives with the entries.
 *
 * The caller has locked the entries, seen that each head is `parentNumber`, and asked whether the author may. Throws a
 * `RefusalError` when a title is taken, and when something that it names for the first time was deleted meanwhile. Whatever is numbered is numbered under the publish lock, taken here last.
 */
export async function publish(
  tx: Tx,
  publications: Publication[],
  meta: RevisionMeta,
): Promise<{ entries: PublishedEntry[]; event: number }> {
  const placed = await place(tx, publications)
  const changed = (await Promise.all(placed.map((one) => deriveListed(tx, one)))).flat()
  changed.push(...tagsOfAuthor(meta), ...placed.flatMap(tagsOfPlace))

  const heads = placed.map((one) => headOf(one, meta))
  const turned = await sourcesWithChangedOrigin(tx, placed, meta)
  // Search rows come first, for they take longest and need no lock.
  const [, voided, rows] = await inOrder(
    () => Promise.all(placed.map((one) => deriveSearchRow(tx, one))),
    () => Promise.all(placed.map((one) => rowsOf(one.kind).voidChecks(tx, one))),
    () => insertHeads(tx, heads),
  )
  changed.push(...voided.flat())
  await Promise.all(placed.map((one) => rowsOf(one.kind).checkLast(tx, one)))
  const links = await Promise.all(
    placed.map((one, index) => deriveLivingLinks(tx, one, rows[index]?.sequence ?? 0)),
  )
  const numbered = placed.map((one, index) => ({ ...one, sequence: rows[index]?.sequence ?? 0 }))
  changed.push(...(await deriveTyped(tx, numbered)))
  changed.push(...placed.flatMap((one, index) => tagsOf(one, links[index] ?? { before: [], after: [] })))
  const factIds = placed.filter((one) => kindOf(one.kind).hasStanding).map((one) => one.id)
  const last = Math.max(...rows.map((row) => row.sequence))
  changed.push(...(await refreshStandings(tx, { factIds, sourceIds: turned }, last)))
  wantPublished(tx, placed)
  const entries = placed.map((one, index) => publishedAs(one, rows[index]?.id ?? 0))
  const actorId = 'accountId' in meta.author ? meta.author.accountId : null
  for (const { id: entryId, revisionId } of entries)
    recordEvent(tx, { name: 'entry.published', actorId, entryId, revisionId })
  return { entries, event: await announce(tx, changed) }
}

const publishedAs = (one: NumberedChange, revisionId: number): PublishedEntry => ({
  id: one.id,
  kind: one.kind,
  number: one.number,
  label: one.label,
  path: entryPath(one),
  revisionId,
})

async function place(tx: Tx, publications: Publication[]): Promise<NumberedChange[]> {
  const fresh = publications.filter((one) => one.entryId === null)
  const made = await insertEntries(
    tx,
    fresh.map((one) => ({ kind: one.kind, label: labelOf(one) })),
  )
  const ids = new Map(fresh.map((one, index) => [temporaryId(one.position), made[index]]))
  const numbers = await findEntryNumbers(
    tx,
    publications.flatMap((one) => (one.entryNumber === undefined ? (one.entryId ?? []) : [])),
  )
  return publications.map((one) => {
    const made = one.entryId === null ? ids.get(temporaryId(one.position)) : undefined
    const id = made?.id ?? one.entryId ?? 0
    const number = made?.number ?? one.entryNumber ?? numbers.get(id) ?? 0
    const content =
      ids.size === 0
        ? one.content
        : mapReferences(kindOf(one.kind), one.content, (ref) => ids.get(ref)?.id ?? ref)
    const placed = { ...one, content } as Publication
    return { ...placed, id, number, label: labelOf(placed) }
  })
}

function headOf(one: NumberedChange, meta: RevisionMeta): NewHead {
  const salt = randomBytes(16).toString('base64url')
  const { author } = meta
  return {
    entryId: one.id,
    number: one.parentNumber + 1,
    authorId: 'accountId' in author ? author.accountId : null,
    externalAuthorId: 'externalAuthorId' in author ? author.externalAuthorId : null,
    externalRevisionId: 'externalAuthorId' in author ? author.externalRevisionId : null,
    origin: meta.origin ?? null,
    licence: meta.licence ?? OWN_LICENCE,
    summary: meta.summary,
    isMinor: meta.isMinor,
    via: meta.via,
    touches: [...one.touches].sort(),
    isReviewed: meta.isReviewed,
    words: countWords(kindOf(one.kind).readText(one.content)),
    hash: hashOf(salt, one.content),
    submissionId: meta.submissionId ?? null,
    restoresNumber: one.restoresNumber ?? null,
    content: one.content,
    schemaVersion: kindOf(one.kind).version,
    salt,
    label: one.label,
    ...gateColumns(kindOf(one.kind).gateOf(one.content as never)),
  }
}

/** What is a place in a work, or was, may have another order, title, gate or release now. */
const tagsOfPlace = ({ kind, before, content }: NumberedChange): string[] =>
  [before, content].some((one) => one && rowsOf(kind).isPlace(one)) ? [tags.places] : []

function tagsOfAuthor({ author }: RevisionMeta): string[] {
  return 'accountId' in author ? [tags.contributions(author.accountId)] : []
}
