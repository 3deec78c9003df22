import { reads } from '@/db/postgres/client'
import { findSuggestions } from '@/db/search/suggest'
import { findDoubles } from '@/db/sources/source-keys'
import { namedOf, nameEntries } from '@/lib/entries/name-entries'
import type { Named } from '@/lib/entries/named'
import type { Parameter } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { type ReadScope, readScopeOf } from '@/lib/policy/policy'
import { requireModerator } from '@/lib/sessions/session'
import { readTyped } from '@/lib/titles/search-query'
import type { ModeratedEntry } from '../loaders'

/** How many keys of sources are looked through for one screen. */
const LOOKED = 2_000
const MOST_LIKELY = 5
const LONGEST = 200

/** Two sources that are found by the same address, DOI or ISBN. */
export interface DoubleSource {
  newer: Named
  older: Named
}

export interface Doubles {
  doubles: DoubleSource[]
  next: number | null
  isFirst: boolean
}

/** Sources that may be one, for moderators; not found for everybody else. */
export async function loadDoubles(before: Parameter): Promise<Doubles> {
  const moderator = await requireModerator()
  const from = numberOfAddress(before)
  const { doubles, next } = await findDoubles(reads(), from, LOOKED)
  const named = await nameEntries(
    reads(),
    readScopeOf(moderator),
    doubles.flatMap(({ id, olderId }) => [id, olderId]),
  )
  const names = new Map(named.map((one) => [one.id, one]))
  const pairs = doubles.flatMap(({ id, olderId }) => {
    const [newer, older] = [names.get(id), names.get(olderId)]
    return newer && older ? [{ newer, older }] : []
  })
  return { doubles: pairs, next, isFirst: from === null }
}

/** Entries of the same kind that are called much the same: which one stays may be one of them. */
export async function likelyOthers(within: ReadScope, { id, kind, label }: ModeratedEntry): Promise<Named[]> {
  const asked = readTyped(label.slice(0, LONGEST))
  const rows = await findSuggestions(reads(), within, asked, [kind], MOST_LIKELY + 1)
  return rows
    .filter((row) => row.id !== id)
    .slice(0, MOST_LIKELY)
    .map((row) => namedOf(row, row.publisher))
}
