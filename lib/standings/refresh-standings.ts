import { findFactFacets } from '@/db/entries/facets'
import { findOpenLinks } from '@/db/links/open-links'
import { findPagesNamed } from '@/db/links/relations'
import type { Queryable, Tx } from '@/db/postgres/client'
import type { Standing } from '@/db/standings/schema'
import {
  findDueStandings,
  findFactsRestingOn,
  findLatestReviewed,
  findPrivateFactsRestingOn,
  findReviewableHeads,
  findStandings,
  putOffStandings,
  replaceStandings,
  type StandingContent,
  settleStandings,
} from '@/db/standings/standings'
import { tags } from '@/lib/cache/tags'
import type { Citation } from '@/lib/content/citation'
import { enqueue } from '@/lib/jobs/enqueue'
import { STANDINGS_KEY } from '@/lib/jobs/keys'
import { type Stored, stored } from '@/lib/kinds/registry'
import { tagsOf } from '@/lib/standings/tags-of'
import { type BearingCitation, type SourceOrigin, standingOf } from './standing'

/** How far a chain of derived sources is followed. */
const LONGEST_DERIVATION = 8

/** How many standings are computed at once; meanwhile nobody else can publish. */
const AT_ONCE = 500

/**
 * Computes the standings of `factIds` and of the facts that cite `sourceIds`, as of `sequence`. Runs in the transaction
 * that changed them. Where very many facts cite a source the first are computed now, with all that are private life,
 * and the others postponed for a job (`recomputeNext`). Gives the tags of what shows the facts whose standing, or whose
 * counts, have changed.
 */
export async function refreshStandings(
  tx: Tx,
  changed: { factIds: number[]; sourceIds: number[] },
  sequence: number,
  atOnce = AT_ONCE,
): Promise<string[]> {
  const resting: number[] = []
  for (const sourceId of changed.sourceIds) resting.push(...(await recomputeFirst(tx, sourceId, atOnce)))
  const privateLife = await findPrivateFactsRestingOn(tx, changed.sourceIds)
  return recompute(tx, [...new Set([...changed.factIds, ...privateLife, ...resting])], sequence)
}

async function recomputeFirst(tx: Tx, sourceId: number, atOnce: number): Promise<number[]> {
  const first = await findFactsRestingOn(tx, [sourceId], 0, atOnce)
  const last = first.at(-1)
  if (first.length === atOnce && last !== undefined) {
    await putOffStandings(tx, sourceId, last)
    enqueue(tx, 'weigh-standings', {}, { key: STANDINGS_KEY })
  }
  return first
}

/**
 * Computes the next postponed standings, as of `sequence`, under the publish lock. Gives the tags of what shows those
 * that have changed; null where nothing was postponed.
 */
export async function recomputeNext(tx: Tx, sequence: () => Promise<number>): Promise<string[] | null> {
  const due = await findDueStandings(tx)
  if (!due) return null
  const next = await findFactsRestingOn(tx, [due.sourceId], due.afterId, AT_ONCE)
  const last = next.at(-1)
  if (next.length < AT_ONCE || last === undefined) await settleStandings(tx, due.sourceId)
  else await putOffStandings(tx, due.sourceId, last)
  return next.length === 0 ? [] : recompute(tx, next, await sequence())
}

async function recompute(tx: Tx, factIds: number[], sequence: number): Promise<string[]> {
  if (factIds.length === 0) return []
  const [facts, before] = await Promise.all([loadCitations(tx, factIds), findStandings(tx, factIds)])
  const origins = await loadOrigins(tx, [...facts.values()].flat())
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

/**
 * Private life is public as long as it has a source: so it appears in lists and disappears from them with its standing.
 */
async function tagsOfAppearing(tx: Tx, factIds: number[]): Promise<string[]> {
  const facets = await findFactFacets(tx, factIds)
  const appearing = [...facets.values()].filter((one) => one.isPrivateLife).map((one) => one.entryId)
  const changedTags = (await findPagesNamed(tx, appearing, 'ever')).map(tags.namedIn)
  for (const id of appearing)
    changedTags.push(...tagsOf({ id, kind: 'fact' }, { before: await findOpenLinks(tx, id), after: [] }))
  return changedTags
}

async function loadCitations(tx: Tx, factIds: number[]): Promise<Map<number, BearingCitation[]>> {
  const heads = await findReviewableHeads(tx, factIds)
  const unreviewed = heads.filter((head) => !head.isReviewed).map((head) => head.entryId)
  const reviewed = await findLatestReviewed(tx, unreviewed)
  return new Map(heads.map((head) => [head.entryId, bearing(head, reviewed.get(head.entryId))]))
}

/** In a head that nobody reviewed, only citations from the latest reviewed revision count as reviewed. */
function bearing(head: StandingContent, latestReviewed: Stored | undefined): BearingCitation[] {
  const { citations } = stored('fact', head)
  const seen = new Set(latestReviewed && stored('fact', latestReviewed).citations.map(bearsAs))
  return citations.map((one) => ({ ...one, isReviewed: head.isReviewed || seen.has(bearsAs(one)) }))
}

const bearsAs = (citation: Citation) => `${citation.source}:${citation.stance}`

/** The origins of these citations' sources, up to eight sources back. */
export async function loadOrigins(
  tx: Queryable,
  citations: readonly Pick<Citation, 'source'>[],
): Promise<Map<number, SourceOrigin>> {
  const origins = new Map<number, SourceOrigin>()
  let wanted = [...new Set(citations.map((one) => one.source))]
  for (let depth = 0; depth < LONGEST_DERIVATION && wanted.length > 0; depth++) {
    const heads = await findReviewableHeads(tx, wanted)
    for (const head of heads) {
      const { derivedFrom } = stored('source', head)
      origins.set(head.entryId, { derivedFrom, isReviewed: head.isReviewed })
    }
    wanted = heads.flatMap((head) => {
      const { derivedFrom } = stored('source', head)
      return derivedFrom.kind === 'source' && !origins.has(derivedFrom.source) ? [derivedFrom.source] : []
    })
  }
  return origins
}
