import { findFacts } from '@/db/facts/facts'
import { reads } from '@/db/postgres/client'
import { loadRecords } from '@/lib/citations/records'
import type { Side } from '@/lib/citations/sides'
import { plainText } from '@/lib/content/plain-text'
import { loadNames } from '@/lib/entries/names'
import { citedBy, isSaid, namedBy, type OpenFact, openCardOf, readFact } from '@/lib/facts/card'
import type { Parameter } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { readerScope, scopeOfProgress } from '@/lib/places/loaders'
import type { Actor } from '@/lib/policy/actor'
import { type ReadScope, readScopeOf } from '@/lib/policy/policy'
import type { Case } from '@/lib/review/case'
import { type Look, lookOf } from '@/lib/standings/standing'
import { findSimilarFacts } from './similar'

const MOST = 3
/** So many are looked at for those that are wrong. */
const LOOKED_AT = 8
/** One that is wrong comes first where it shares so much of what the most similar one shares. */
const NEARLY = 0.75

/** A fact that says much the same as a statement that somebody writes, or sends for review. */
export interface SimilarFact {
  id: number
  number: number
  path: string
  statement: string
  badge: { look: Look; word: string }
  /** Who said it, to whom, when, or who reports it; empty where that is not known. */
  who: string
  sources: string
  /** What speaks against it: why it is to be known before it is said again. Null where nothing does. */
  against: { why: string; voices: string[] } | null
}

/** Facts that say much the same as this statement and that the current reader may read; wrong ones first, at most 3. */
export const similarToReader = async (statement: Parameter): Promise<SimilarFact[]> =>
  similarFactsFor(await readerScope(), statement ?? '')

/** The same of those that stand open to everybody: whoever locks a statement is told of them. */
export const similarToAll = async (statement: Parameter): Promise<SimilarFact[]> =>
  similarFactsFor(await scopeOfProgress(null), statement ?? '')

/** The same for who decides about a submission: what its first new fact claims, while it waits. */
export async function similarToCase(
  actor: Actor,
  { state, items }: Pick<Case, 'state' | 'items'>,
): Promise<SimilarFact[]> {
  const claim = items.find((item) => item.claim !== null)?.claim ?? null
  return state === 'waiting' && claim !== null ? similarFactsFor(readScopeOf(actor), claim) : []
}

/** The same of those that this scope shows. */
export async function similarFactsFor(within: ReadScope, statement: string): Promise<SimilarFact[]> {
  const found = await findSimilarFacts(within, statement, LOOKED_AT)
  const likeness = new Map(found.map((one) => [one.id, one.likeness]))
  const facts = (await findFacts(reads(), within, [...likeness.keys()])).map(readFact).filter(isSaid)
  const [names, records] = await Promise.all([
    loadNames(facts.flatMap((fact) => [...namedBy(fact)])),
    loadRecords(facts.flatMap(citedBy)),
  ])
  const best = found[0]?.likeness ?? 0
  const warns = (card: OpenFact) => isWrong(card) && (likeness.get(card.id) ?? 0) >= best * NEARLY
  const placeOf = ({ id }: OpenFact) => found.findIndex((one) => one.id === id)
  return facts
    .map((fact) => openCardOf(fact, names, records))
    .sort((one, other) => Number(warns(other)) - Number(warns(one)) || placeOf(one) - placeOf(other))
    .slice(0, MOST)
    .map(similarOf)
}

const standingIn = ({ standing }: OpenFact) => standing ?? 'unsourced'
const isWrong = (card: OpenFact) => lookOf(standingIn(card)) === 'warn'

function similarOf(card: OpenFact): SimilarFact {
  const { facts } = messages()
  const standing = standingIn(card)
  return {
    id: card.id,
    number: card.number,
    path: card.path,
    statement: plainText(card.statement),
    badge: { look: lookOf(standing), word: facts.standing[standing] },
    who: whoSays(card),
    sources: card.sourceCount > 0 ? facts.count(card.sourceCount) : '',
    against: isWrong(card)
      ? { why: facts.standingMeans[standing], voices: card.sides.filter(isAgainst).flatMap(voicesOf) }
      : null,
  }
}

function whoSays({ speaker, saidTo, saidOn, outlets }: OpenFact): string {
  const { facts, dates } = messages()
  if (!speaker && !saidTo) return outlets.map(({ label }) => label).join(', ')
  return [speaker?.label, saidTo && facts.saidTo(saidTo), saidOn && dates.partialDateInWords(saidOn)]
    .filter(Boolean)
    .join(', ')
}

const isAgainst = ({ stance }: Side) => stance === 'contradicts' || stance === 'supersedes'

const voicesOf = ({ voices }: Side): string[] =>
  voices.map(({ label, issued, quote }) => {
    const when = issued && messages().dates.partialDateInWords(issued)
    return [[label, when].filter(Boolean).join(', '), quote && `“${quote}”`].filter(Boolean).join(': ')
  })
