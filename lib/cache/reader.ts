import { AsyncLocalStorage } from 'node:async_hooks'
import type { Progress } from '@/lib/progress/progress'
import { answersOf, EVERYTHING_NAMED, type OpenPlaces, placeName } from '@/lib/progress/reader'

/** How far the reader of the current answer is, and what making it asked about that. */
export interface Visit {
  /** Null for a reader who has said nothing. */
  readonly progress: Progress | null
  /** The places and passages that were named: readers for whom the same of them are open get the same bytes. */
  readonly named: Set<string>
  /** What is open to the reader; null as long as nobody asked. */
  open: OpenPlaces | null
}

// Next's bundle and the gateway load separate copies of this module in one process; `globalThis` connects them.
const shared = globalThis as typeof globalThis & { __loreleafVisit?: AsyncLocalStorage<Visit> }

function current(): AsyncLocalStorage<Visit> {
  shared.__loreleafVisit ??= new AsyncLocalStorage()
  return shared.__loreleafVisit
}

/** A visit of a reader with this progress. */
export const visitOf = (progress: Progress | null): Visit => ({ progress, named: new Set(), open: null })

/** Runs `work` for a visit, in which everything inside it is noted. */
export function duringVisit<T>(visit: Visit, work: () => T): T {
  return current().run(visit, work)
}

/** How far the reader of the current answer is; null for who has said nothing, and outside of a request. */
export const readersProgress = (): Progress | null => current().getStore()?.progress ?? null

/** Notes which places are open to the reader. Call it before anything that depends on it is read. */
export function notePlaces(open: OpenPlaces): void {
  const visit = current().getStore()
  if (visit) visit.open = open
}

/**
 * Notes that the current page depends on whether these places are open to its reader; `everything` where it was made by
 * comparing with all of them, or with all facts that the reader has opened, as lists are. Outside a request it does
 * nothing.
 */
export function namePlaces(places: Iterable<number> | 'everything'): void {
  const visit = current().getStore()
  if (!visit) return
  if (places === 'everything') visit.named.add(EVERYTHING_NAMED)
  else for (const id of places) visit.named.add(placeName(id))
}

/** Whether the reader has opened this by itself (`factToken`, `passageToken`); the current page depends on it. */
export function hasOpened(token: string): boolean {
  const visit = current().getStore()
  visit?.named.add(token)
  return visit?.progress?.hasSeenAll || visit?.progress?.opened.includes(token) || false
}

/** What the page of a visit named, in order, and how its reader is told apart by that. */
export function answeredIn({ progress, named, open }: Visit): { named: string[]; answers: string } {
  const names = [...named].sort()
  const opened = progress?.opened ?? []
  return {
    named: names,
    answers: answersOf(progress?.hasSeenAll ? 'everything' : (open ?? new Set()), opened)(names),
  }
}
