import type { FactContent } from '@/lib/kinds/schemas/fact'
import { isSame } from '@/lib/text/canonical'
import { joinNotes } from './sources'

/** The most pages, topics and citations of a fact. */
const MOST = { about: 20, topics: 20, citations: 50 }

/**
 * A fact with the citations, pages and topics of another that says the same, and with who said it, to whom and when, where
 * only the other knows. It stays private life where either is.
 */
export function joinFacts(kept: FactContent, given: FactContent): FactContent {
  const added = given.citations.filter((one) => !kept.citations.some((own) => isSame(own, one)))
  return {
    ...kept,
    about: [...new Set([...kept.about, ...given.about])].slice(0, MOST.about),
    speaker: kept.speaker ?? given.speaker,
    saidTo: kept.saidTo ?? given.saidTo,
    saidOn: kept.saidOn ?? given.saidOn,
    topics: [...new Set([...kept.topics, ...given.topics])].slice(0, MOST.topics),
    isPrivateLife: kept.isPrivateLife || given.isPrivateLife,
    citations: [...kept.citations, ...added].slice(0, MOST.citations),
    note: joinNotes(kept.note, given.note),
  }
}
