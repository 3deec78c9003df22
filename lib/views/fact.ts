import { gateOf } from '@/lib/content/gate'
import { pastFactOf } from '@/lib/facts/as-of'
import { isSaid } from '@/lib/facts/card'
import { type FactPreview, previewFact } from '@/lib/facts/preview'
import { type FactView, factViewOf } from '@/lib/facts/view'
import { loadOpenings } from '@/lib/places/loaders'
import type { EditFormData } from '@/lib/submissions/load'
import type { KindViews } from './kind-views'

/** A fact with its sources; an old version is closed where it has got a gate since, and hidden when it is private. */
export const factViews: KindViews<'fact', FactPreview, FactView, EditFormData<'fact'>> = {
  look: ({ entryId, content }, { sources, records }) => previewFact(entryId, content, sources, records),
  asOf: async (then, head, { sequence, isOpen }) => {
    const openings = await loadOpenings()
    const fact = pastFactOf(then, isOpen ? null : openings)
    if (!fact) return null
    if (!isSaid(fact)) return { closed: openings.labelOf(gateOf(fact.row)) }
    return { shown: await factViewOf(fact, head, sequence) }
  },
  complete: async (editForm) => editForm,
}
