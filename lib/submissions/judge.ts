import type { Queryable } from '@/db/client'
import { findFactFacets, findLinkSources, findPageFacets } from '@/db/queries/derived'
import { findProtections, type ProtectionRow } from '@/db/queries/publishing'
import { protectionNow } from '@/lib/entries/protection'
import type { FactContent } from '@/lib/facts/schema'
import type { PageContent } from '@/lib/pages/schema'
import type { Change, Protection, Subject } from '@/lib/policy/subject'
import type { Prepared } from './prepare'

/** An entry that is shown on this many pages, or more, is much shown. */
export const MUCH_SHOWN = 5

/** What the rules are asked about: an entry as a change would make it, and the change. */
export interface Judged {
  subject: Subject
  change: Change
}

/**
 * Puts each prepared change before the rules: its entry's protection (a fact's is the strictest of every page it is
 * about, before and after), how much it is shown, whether it is about the living, and private life.
 */
export async function judge(db: Queryable, prepared: Prepared[]): Promise<Judged[]> {
  const ids = prepared.flatMap((one) => one.entryId ?? [])
  const [rows, living, shownBy, privateLife] = await Promise.all([
    findProtections(db, prepared.flatMap(concernedIds)),
    findPageFacets(db, prepared.flatMap(aboutIds)),
    findShownBy(db, ids),
    findFactFacets(db, ids),
  ])
  return prepared.map((one) => ({
    change: one.change,
    subject: {
      kind: one.kind,
      isNew: one.entryId === null,
      isDeleted: one.entryId !== null && (rows.get(one.entryId)?.deletedAt ?? null) !== null,
      protection: strictest(concernedIds(one).flatMap((id) => rows.get(id) ?? [])),
      isMuchShown: reachOf(one, shownBy) >= MUCH_SHOWN,
      isAboutLiving: aboutIds(one).some((id) => living.get(id)?.isLivingPerson) || isLivingPage(one),
      isPrivateLife:
        (one.kind === 'fact' && one.content.isPrivateLife) ||
        (one.entryId !== null && (privateLife.get(one.entryId)?.isPrivateLife ?? false)),
    },
  }))
}

/** What points at each entry, and so shows it; no more than it takes to be much shown. */
async function findShownBy(db: Queryable, ids: number[]): Promise<Map<number, number[]>> {
  const found = ids.map(async (id) => {
    const sources = await findLinkSources(db, id, ['about', 'cites', 'embeds'], MUCH_SHOWN)
    return [id, sources] as const
  })
  return new Map(await Promise.all(found))
}

/** On how many pages an entry is shown: a fact on those it is about and those that list it, each counted once. */
function reachOf(one: Prepared, shownBy: Map<number, number[]>): number {
  if (one.kind === 'page') return 1
  const pointing = one.entryId === null ? [] : (shownBy.get(one.entryId) ?? [])
  return new Set([...pointing, ...(one.kind === 'fact' ? aboutIds(one) : [])]).size
}

const concernedIds = (one: Prepared) => [...(one.entryId === null ? [] : [one.entryId]), ...aboutIds(one)]

/** The pages a fact is about, before and after; for a page, itself. References to new entries have no state yet. */
function aboutIds(one: Prepared): number[] {
  if (one.kind === 'page') return one.entryId === null ? [] : [one.entryId]
  if (one.kind === 'source') return []
  const before = (one.before as FactContent | null)?.about ?? []
  return [...new Set([...before, ...one.content.about])].filter((id) => id > 0)
}

/** A page that says it is about a living person; nobody is taken for dead because a field was left out. */
const isLivingPage = (one: Prepared) =>
  one.kind === 'page' &&
  (one.content.isLiving === true || (one.before as PageContent | null)?.isLiving === true)

const strictness: Protection[] = ['open', 'trusted', 'moderators']

function strictest(rows: ProtectionRow[]): Protection {
  const standing = rows.map((row) => strictness.indexOf(protectionNow(row)))
  return strictness[Math.max(0, ...standing)] ?? 'open'
}
