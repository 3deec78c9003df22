import type { Queryable, Tx } from '@/db/client'
import { findFactFacets, findOpenLinks } from '@/db/queries/derived'
import {
  findFactsRestingOn,
  findLatestReviewed,
  findReviewableHeads,
  findStandings,
  replaceStandings,
  type StandingContent,
} from '@/db/queries/standings'
import type { Standing } from '@/db/schema/links'
import { tags } from '@/lib/cache/tags'
import type { Citation } from '@/lib/content/citation'
import { tagsOf } from '@/lib/revisions/tags-of'
import type { SourceContent } from '@/lib/sources/schema'
import type { FactContent } from './schema'
import { type BearingCitation, type SourceOrigin, standingOf } from './standing'

/** How far a chain of derived sources is followed. */
const LONGEST_DERIVATION = 8

/**
 * Computes anew the standing of `factIds` and of every fact that rests on `sourceIds`, as of `sequence`. Runs in the
 * transaction that changed what they rest on. Gives the tags of what shows the facts whose standing, or whose counts, are
 * now others.
 */
export async function refreshStandings(
  tx: Tx,
  changed: { factIds: number[]; sourceIds: number[] },
  sequence: number,
): Promise<string[]> {
  const factIds = [...new Set([...changed.factIds, ...(await findFactsRestingOn(tx, changed.sourceIds))])]
  if (factIds.length === 0) return []
  const facts = await loadCitations(tx, factIds)
  const origins = await loadOrigins(tx, [...facts.values()].flat())
  const before = await findStandings(tx, factIds)
  const rows = [...facts].map(([entryId, citations]) => ({
    entryId,
    sequence,
    ...standingOf(citations, origins),
  }))
  const moved = rows.filter((row) => {
    const old = before.get(row.entryId)
    return (
      !old ||
      old.standing !== row.standing ||
      old.supports !== row.supports ||
      old.contradicts !== row.contradicts ||
      old.narrows !== row.narrows ||
      old.independent !== row.independent
    )
  })
  await replaceStandings(tx, moved)
  if (moved.length === 0) return []
  const turned = moved.filter((row) => isUnsourced(row) !== isUnsourced(before.get(row.entryId)))
  return [
    tags.standings,
    ...moved.map((row) => tags.entry(row.entryId)),
    ...(await tagsOfAppearing(
      tx,
      turned.map((row) => row.entryId),
    )),
  ]
}

const isUnsourced = (row: { standing: Standing } | undefined) => !row || row.standing === 'unsourced'

/** What is private life is shown as long as something backs it: with that it comes to lists, and goes from them. */
async function tagsOfAppearing(tx: Tx, factIds: number[]): Promise<string[]> {
  const facets = await findFactFacets(tx, factIds)
  const told: string[] = []
  for (const [id, { isPrivateLife }] of facets) {
    if (!isPrivateLife) continue
    told.push(...tagsOf({ id, kind: 'fact' }, { before: await findOpenLinks(tx, id), after: [] }))
  }
  return told
}

async function loadCitations(tx: Tx, factIds: number[]): Promise<Map<number, BearingCitation[]>> {
  const heads = await findReviewableHeads(tx, factIds)
  const unreviewed = heads.filter((head) => !head.isReviewed).map((head) => head.entryId)
  const reviewed = await findLatestReviewed(tx, unreviewed)
  return new Map(heads.map((head) => [head.entryId, bearing(head, reviewed.get(head.entryId))]))
}

/** In a head that nobody reviewed, those citations count as reviewed that stood in the latest reviewed revision. */
function bearing(head: StandingContent, latestReviewed: unknown): BearingCitation[] {
  const { citations } = head.content as FactContent
  const seen = new Set((latestReviewed as FactContent | undefined)?.citations.map(bearsAs))
  return citations.map((one) => ({ ...one, isReviewed: head.isReviewed || seen.has(bearsAs(one)) }))
}

const bearsAs = (citation: Citation) => `${citation.source}:${citation.stance}`

/** Where the words of these citations' sources come from, as far as eight sources back. */
export async function loadOrigins(
  tx: Queryable,
  citations: readonly Pick<Citation, 'source'>[],
): Promise<Map<number, SourceOrigin>> {
  const origins = new Map<number, SourceOrigin>()
  let wanted = [...new Set(citations.map((one) => one.source))]
  for (let depth = 0; depth < LONGEST_DERIVATION && wanted.length > 0; depth++) {
    const heads = await findReviewableHeads(tx, wanted)
    for (const head of heads) {
      const { derivedFrom } = head.content as SourceContent
      origins.set(head.entryId, { derivedFrom, isReviewed: head.isReviewed })
    }
    wanted = heads.flatMap((head) => {
      const { derivedFrom } = head.content as SourceContent
      return derivedFrom.kind === 'source' && !origins.has(derivedFrom.source) ? [derivedFrom.source] : []
    })
  }
  return origins
}
