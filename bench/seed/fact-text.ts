import { type Citation, stances } from '@/lib/content/citation'
import type { Statement } from '@/lib/content/document'
import { citationOf } from '@/lib/content/fresh-citation'
import type { Gate } from '@/lib/content/gate'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { kindOf, titleOf } from './kinds'
import { type Random, randomOf } from './random'
import type { Shape } from './shape'
import { SPECIAL } from './special'
import { sentence } from './words'

const TOPICS = ['casting', 'filming', 'music', 'costumes', 'writing', 'locations', 'reception']

/** What a fact says in its revision `number`: the second adds a source, later ones reword. */
export function factText(shape: Shape, fact: number, number: number): FactContent {
  const random = randomOf(shape.size.seed, 5, fact)
  const about = aboutOf(shape, fact, random)
  const gate = gateOf(shape, fact, random)
  const speaker = speakerOf(shape, fact, random)
  return {
    statement: statementOf(shape, fact, about, random, number),
    about: about.map(shape.pageId),
    speaker: speaker === null ? null : shape.pageId(speaker),
    saidTo: random.chance(0.3) ? 'a magazine' : null,
    saidOn: random.chance(0.2) ? '2019-05' : null,
    topics: random.chance(0.5) ? [random.pick(TOPICS)] : [],
    gate,
    isPrivateLife: false,
    citations: citationsOf(shape, fact, random, number),
    note: null,
  }
}

/** The pages that a fact is about, by their places. */
function aboutOf(shape: Shape, fact: number, random: Random): number[] {
  const place = fact - shape.firstOrdinaryFact()
  if (place === 0) return Array.from({ length: SPECIAL.about }, (_, at) => SPECIAL.aboutFrom + at)
  if (place > 0 && place <= SPECIAL.standardFacts) return [SPECIAL.standard]
  const main = mainOf(shape, fact, place, random)
  const others = Array.from({ length: random.skewed(4, 2) }, () => earlier(shape, fact, random))
  return [...new Set([main, ...others])]
}

function mainOf(shape: Shape, fact: number, place: number, random: Random): number {
  if (place > 0 && place % 200 === 60) return SPECIAL.manyFacts
  const hot = place > 0 ? SPECIAL.hot[(place % 2_500) - 100] : undefined
  if (hot !== undefined) return hot
  return random.chance(0.8) ? ownPage(shape, fact) : earlier(shape, fact, random)
}

/** The page that a fact came with, unless the facts about that one are counted. */
function ownPage(shape: Shape, fact: number): number {
  const page = shape.pageOfFact(fact)
  return page < SPECIAL.aboutFrom ? SPECIAL.work : page
}

/** A page that was there when the fact was written; none of those whose facts are counted. */
function earlier(shape: Shape, fact: number, random: Random): number {
  const page = shape.pageOfFact(fact)
  if (page < SPECIAL.pages) return ownPage(shape, fact)
  return SPECIAL.aboutFrom + random.skewed(page - SPECIAL.aboutFrom, 2)
}

function speakerOf(shape: Shape, fact: number, random: Random): number | null {
  if (fact % shape.factsForANaming() === 3 && shape.pageOfFact(fact) > SPECIAL.mostLinked)
    return SPECIAL.mostLinked
  const page = random.chance(0.4) ? earlier(shape, fact, random) : null
  return page !== null && kindOf(page) === 'person' ? page : null
}

function gateOf(shape: Shape, fact: number, random: Random): Gate {
  const share = random.next()
  if (share < 0.01) return { kind: 'unknown' }
  const page = shape.pageOfFact(fact)
  const isPlace = kindOf(page) === 'season' || kindOf(page) === 'episode'
  return isPlace && share < 0.15 ? { kind: 'place', page: shape.pageId(page) } : { kind: 'none' }
}

function statementOf(shape: Shape, fact: number, about: number[], random: Random, number: number): Statement {
  const words = sentence(random, 18)
  const [main = 0] = about
  const named = { type: 'text' as const, text: titleOf(main) }
  const link = { type: 'wikiLink' as const, attrs: { page: shape.pageId(main), title: null } }
  const again = number > 2 ? ` Reworded ${number - 2} times.` : ''
  return [fact % 3 === 0 ? { ...named, marks: [link] } : named, { type: 'text', text: `: ${words}${again}` }]
}

function citationsOf(shape: Shape, fact: number, random: Random, number: number): Citation[] {
  const there = shape.sourcesBefore(shape.pageOfFact(fact) + 1)
  if (there === 0) return []
  const first = fact % 50 === 11 ? 0 : there - 1 - random.skewed(Math.min(there, 400), 2)
  const more = Array.from({ length: random.upTo(3) }, () => random.skewed(there, 2))
  const added = random.skewed(there, 2)
  const before = [...new Set([first, ...more])]
  const sources = number > 1 ? [...new Set([...before, added])] : before
  const isUnsourced = fact % 40 === 5
  return sources.slice(isUnsourced ? before.length : 0).map((source) => {
    const own = randomOf(shape.size.seed, 6, fact, source)
    // A source that comes later supports what is there, so that no standing depends on who reviewed it.
    const stance = before.includes(source) && own.chance(0.06) ? own.pick(stances) : 'supports'
    const directness = own.chance(0.4) ? 'original' : 'report'
    const opened = own.pick(['yes', 'yes', 'not_yet', 'unavailable'] as const)
    const quote = own.chance(0.2) ? sentence(own, 10) : null
    const locator = own.chance(0.5) ? `page ${1 + own.upTo(90)}` : null
    return citationOf(shape.sourceId(source), { stance, directness, opened, quote, locator })
  })
}
