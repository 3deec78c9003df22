import { kindOf } from '@/lib/kinds/registry'
import { rowsOf } from '@/lib/kinds/rows/all'
import { noCategory, referenceGone } from '@/lib/publishing/demand-living'
import type { MergedChange } from './prepare'
import { type EvaluationContext, newReferencesOf } from './surroundings'

/**
 * Sees that what content names is there: entries of the right kind that are not deleted (unless they stood there
 * before), a kind and infobox fields that this wiki has, a title that nobody else holds. Throws a `RefusalError` with a
 * sentence at the field.
 */
export function check(prepared: MergedChange[], around: Omit<EvaluationContext, 'shownBy'>): void {
  checkReferences(prepared, around)
  for (const one of prepared) rowsOf(one.kind).check(one, around)
}

function checkReferences(
  prepared: MergedChange[],
  { states, kinds }: Pick<EvaluationContext, 'states' | 'kinds'>,
): void {
  const made = new Map(
    prepared.map((one) => [one.entryId === null ? -one.position : one.entryId, one] as const),
  )
  const kindAt = (id: number) => {
    if (id < 0) return made.get(id)?.kind
    const state = states.get(id)
    return state?.deletedAt ? undefined : state?.kind
  }
  // A page that the changeset makes, or gives another kind, is what the changeset says.
  const isCategory = (id: number) => {
    const one = made.get(id)
    const key = one ? kindOf(one.kind).pageKind(one.content) : null
    const found = key === null ? undefined : kinds.get(key)
    return found ? (found.kind?.isCategory ?? false) : (states.get(id)?.isCategory ?? false)
  }
  for (const one of prepared) {
    for (const { to, expects } of newReferencesOf(one)) {
      if (kindAt(to) !== (expects === 'category' ? 'page' : expects)) throw referenceGone(one, expects)
      if (expects === 'category' && !isCategory(to)) throw noCategory(one)
    }
  }
}
