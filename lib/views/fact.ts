import { gateOf } from '@/lib/content/gate'
import { plainText } from '@/lib/content/plain-text'
import { pastFactOf } from '@/lib/facts/as-of'
import { isSaid } from '@/lib/facts/card'
import { loadFact } from '@/lib/facts/loaders'
import { type FactPreview, previewFact } from '@/lib/facts/preview'
import { type FactView, factViewOf } from '@/lib/facts/view'
import { messages } from '@/lib/messages/messages'
import { loadOpenings } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'
import type { EditFormData } from '@/lib/submissions/load'
import type { KindViews } from './kind-views'
import { joined, versionOf } from './shared-parts'

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
  share: async (segment) => {
    const fact = await loadFact(segment)
    if (!fact || fact.isClosed) return null
    const { facts } = messages()
    const { card, head } = fact
    const [eyebrow, words] = [facts.numbered(card.number), plainText(card.statement)]
    return {
      ...{ number: card.number, path: paths.fact(card.number), title: words, eyebrow, words },
      detail: joined(card.speaker?.label, facts.standing[card.standing ?? 'unsourced']),
      picture: null,
      cited: versionOf(head, words),
    }
  },
}
