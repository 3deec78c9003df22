import { pastFactOf } from '@/lib/facts/as-of'
import { type FactPreview, previewFact } from '@/lib/facts/preview'
import { type FactView, factViewOf } from '@/lib/facts/view'
import type { EditFormData } from '@/lib/submissions/load'
import type { KindViews } from './kind-views'

/** A fact with its sources; an old version is closed where it has got a gate since, and hidden when it is private. */
export const factViews: KindViews<'fact', FactPreview, FactView, EditFormData<'fact'>> = {
  look: ({ entryId, content }, { sources, records }) => previewFact(entryId, content, sources, records),
  asOf: async (then, head, { sequence, isOpen }) => {
    const fact = pastFactOf(then)
    if (!fact) return null
    const shown = await factViewOf(fact, head, sequence)
    return shown.gate === null || isOpen ? { shown } : { closed: shown.gate || null }
  },
  complete: async (editForm) => editForm,
}
