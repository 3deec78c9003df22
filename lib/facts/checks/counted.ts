import { type CheckRow, findChecksOf } from '@/db/facts/checks'
import type { CheckVerdict } from '@/db/facts/schema'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { doesCheckCount } from '@/lib/policy/checks-count'
import { verdicts } from './schema'

/** So many are named; the others are counted. */
const MOST_NAMES = 5

/** Who says one thing of a citation, the last first. */
export interface SaidBy {
  count: number
  last: Date
  names: string[]
  more: number
}

/** What is said of a citation, by what it says. */
export type CitationChecks = Partial<Record<CheckVerdict, SaidBy>>

/** The checks of a fact that count: of each citation by its key, and who says of any that it says so. */
export interface FactChecks {
  of: ReadonlyMap<string, CitationChecks>
  saysSo: SaidBy | null
}

/** The checks of a fact, for everybody. */
export async function loadChecks(factId: number): Promise<FactChecks> {
  const rows = await findChecksOf(reads(), factId)
  // A block ends that a check counts, and a first edit begins it.
  for (const { accountId, hasPublished } of rows)
    recordDependency(tags.account(accountId), ...(hasPublished ? [] : [tags.contributions(accountId)]))
  return countedOf(rows)
}

/** Sorts checks by what they are of and what they say; those that do not count are left out. */
export function countedOf(rows: readonly CheckRow[]): FactChecks {
  const counted = rows.filter(doesCheckCount)
  const of = new Map<string, CitationChecks>()
  for (const key of new Set(counted.map((row) => row.key))) {
    const ofCitation = counted.filter((row) => row.key === key)
    const said = verdicts.map((verdict) => ofCitation.filter((row) => row.verdict === verdict))
    const checks: CitationChecks = {}
    for (const rows of said) if (rows[0]) checks[rows[0].verdict] = saidBy(rows)
    of.set(key, checks)
  }
  const saysSo = counted.filter(({ verdict }) => verdict === 'says')
  return { of, saysSo: saysSo.length > 0 ? saidBy(saysSo) : null }
}

function saidBy(rows: readonly CheckRow[]): SaidBy {
  const names = [...new Set(rows.map(({ name }) => name))]
  const shown = names.slice(0, MOST_NAMES)
  return {
    count: names.length,
    last: new Date(Math.max(...rows.map(({ at }) => at.getTime()))),
    names: shown,
    more: names.length - shown.length,
  }
}
