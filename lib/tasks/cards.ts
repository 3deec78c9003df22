import { randomUUID } from 'node:crypto'
import { findFactByNumber } from '@/db/facts/facts'
import { reads } from '@/db/postgres/client'
import { findAside } from '@/db/tasks/aside'
import type { Candidate } from '@/db/tasks/candidates'
import { isSaid, readFact } from '@/lib/facts/card'
import { isOwnCitation } from '@/lib/facts/checks/is-own'
import { type CheckView, checkViewOf } from '@/lib/facts/checks/loaders'
import { loadFact, loadOpenFact } from '@/lib/facts/loaders'
import type { FactView } from '@/lib/facts/view'
import { loadFile } from '@/lib/files/loaders'
import type { FileView } from '@/lib/files/view'
import { loadWanted, type Wanted } from '@/lib/pages/wanted'
import { loadOpenings } from '@/lib/places/loaders'
import type { AccountActor } from '@/lib/policy/actor'
import { titleKey } from '@/lib/titles/title'
import { type DeadCard, deadCard } from './dead'
import { type Asker, candidates, shareOf } from './find'
import type { TaskKind } from './kinds'

/** A place that a fact can be put at. */
export interface PlaceChoice {
  id: number
  label: string
}

/** One task, with everything that its card shows. */
export type Card = { subject: string; key: string } & (
  | { kind: 'check'; check: CheckView }
  | { kind: 'origin'; fact: FactView }
  | { kind: 'picture'; file: FileView }
  | { kind: 'place'; fact: FactView; choices: PlaceChoice[] }
  | { kind: 'place'; closed: { number: number; about: string[] } }
  | { kind: 'dead'; dead: DeadCard }
  | { kind: 'wanted'; wanted: Wanted }
)

/** So many are looked at where the first cannot be shown after all. */
const TRIED = 5

type Made = Omit<Card, 'subject' | 'key'>
type Make = (actor: AccountActor, one: Candidate, asker: Asker) => Promise<Made | null>

/** The next card of a kind for somebody; null where there is none. `open`: the closed fact that they asked to see. */
export async function cardOf(
  kind: TaskKind,
  actor: AccountActor,
  asker: Asker,
  open: number | null,
): Promise<Card | null> {
  if (kind === 'wanted') return wantedCard(actor)
  if (kind === 'dead') {
    const dead = await deadCard(actor, asker)
    return dead && { kind, dead, subject: String(dead.sourceId), key: randomUUID() }
  }
  const make = makers[kind]
  for (const one of await candidates[kind](asker, TRIED)) {
    const made = await make(actor, one, asker, open)
    if (made) return { ...made, subject: String(one.id), key: randomUUID() } as Card
  }
  return null
}

const makers: Record<
  Exclude<TaskKind, 'wanted' | 'dead'>,
  (...given: [...Parameters<Make>, number | null]) => ReturnType<Make>
> = {
  check: checkCard,
  origin: async (_, { number }) => {
    const fact = await loadFact(String(number))
    return fact && !fact.isClosed ? ({ kind: 'origin', fact } as Made) : null
  },
  picture: async (_, { number }) => {
    const file = await loadFile(String(number))
    return file && 'picture' in file && file.picture ? ({ kind: 'picture', file } as Made) : null
  },
  place: placeCard,
}

/** The first citation of a fact that says yes and is not their own: where there is an address, that. */
async function checkCard(
  actor: AccountActor,
  { id, number }: Candidate,
  { within }: Asker,
): Promise<Made | null> {
  const head = await findFactByNumber(reads(), within, number)
  const fact = head && readFact({ ...head, revisionId: head.headId })
  if (!head || !fact || !isSaid(fact)) return null
  const supporting = fact.content.citations.filter(({ stance }) => stance === 'supports')
  const views = []
  for (const citation of supporting) {
    const { source, locator } = citation
    if (await isOwnCitation(reads(), { factId: id, source, locator, accountId: actor.id })) continue
    const check = await checkViewOf(actor, { fact, head, citation })
    if (check.record?.url) return { kind: 'check', check } as Made
    if (check.record) views.push(check)
  }
  return views[0] ? ({ kind: 'check', check: views[0] } as Made) : null
}

async function placeCard(
  _: AccountActor,
  { number }: Candidate,
  { places }: Asker,
  open: number | null,
): Promise<Made | null> {
  const [shown, fact] = await Promise.all([loadFact(String(number)), loadOpenFact(String(number))])
  if (!shown || !fact) return null
  if (shown.isClosed && open !== number)
    return { kind: 'place', closed: { number, about: fact.about.map(({ label }) => label) } } as Made
  const openings = await loadOpenings()
  const works = new Set(
    fact.content.about.flatMap((id) =>
      places.flatMap((place) => (place.id === id || place.workId === id ? place.workId : [])),
    ),
  )
  const choices = places
    .filter(({ workId }) => works.size === 0 || works.has(workId))
    .map(({ id }) => ({ id, label: openings.labelOf({ kind: 'place', page: id }) ?? '' }))
  return choices.length > 0 && choices.length <= MOST_CHOICES
    ? ({ kind: 'place', fact, choices } as Made)
    : null
}

/** More places than that are no question for a thumb. */
const MOST_CHOICES = 60

async function wantedCard(actor: AccountActor): Promise<Card | null> {
  const { titles } = await loadWanted(undefined)
  const keys = titles.map(({ title }) => titleKey(title))
  const aside = await findAside(reads(), actor.id, 'wanted', keys)
  const left = titles.filter((_, at) => !aside.has(keys[at] ?? ''))
  const wanted = left[Math.floor(shareOf(actor.id) * left.length)]
  return wanted ? { kind: 'wanted', wanted, subject: titleKey(wanted.title), key: randomUUID() } : null
}
