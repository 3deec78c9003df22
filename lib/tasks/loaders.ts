import { requireAccount } from '@/lib/accounts/loaders'
import type { Asking } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { loadWanted } from '@/lib/pages/wanted'
import { loadPlaces, readerScope } from '@/lib/places/loaders'
import type { AccountActor } from '@/lib/policy/actor'
import { paths } from '@/lib/routes'
import { type Card, cardOf } from './cards'
import { deadFor } from './dead'
import { type Done, readDone } from './done'
import { type Asker, candidates } from './find'
import { firstOf, isTaskKind, type TaskKind, TEN, taskKinds } from './kinds'

/** Where counting stops: what there is of each kind is looked for, not counted through. */
export const MOST_TASKS = 50

/** The page of small tasks: one card, or the end of ten, or all kinds with how many there are of each. */
export interface TasksPage {
  /** The kind that they chose; null for a mix. */
  kind: TaskKind | null
  /** How many they have answered in this sitting. */
  answered: number
  /** What they did last. */
  done: Done | null
  card: Card | null
  /** At an end, and where there is no card. */
  counts: { kind: TaskKind; count: number }[] | null
  isEnd: boolean
}

/** The next card for whoever asks; a visitor signs in first. */
export async function loadTasks(query: Asking<'of' | 'n' | 'did' | 'open'>): Promise<TasksPage> {
  const kind = isTaskKind(query.of) ? query.of : null
  const answered = Math.min(numberOfAddress(query.n) ?? 0, 10_000)
  const actor = await requireAccount(paths.tasks({ of: kind, n: answered || null }))
  const asker: Asker = {
    accountId: actor.id,
    within: await readerScope(),
    places: await loadPlaces(),
  }
  const done = readDone(query.did)
  const isEnd = answered > 0 && answered % TEN === 0
  const card = isEnd
    ? null
    : await nextCard(actor, asker, { kind, answered, open: numberOfAddress(query.open) })
  return { kind, answered, done, card, counts: card ? null : await countsFor(asker), isEnd }
}

async function nextCard(
  actor: AccountActor,
  asker: Asker,
  { kind, answered, open }: { kind: TaskKind | null; answered: number; open: number | null },
): Promise<Card | null> {
  const first = kind ?? firstOf[answered % TEN] ?? 'check'
  for (const one of kind ? [kind] : [first, ...taskKinds.filter((other) => other !== first)]) {
    const card = await cardOf(one, actor, asker, open)
    if (card) return card
  }
  return null
}

async function countOf(kind: TaskKind, asker: Asker): Promise<number> {
  if (kind === 'wanted') return (await loadWanted(undefined)).titles.length
  if (kind === 'dead') return (await deadFor(asker)).length
  return (await candidates[kind](asker, MOST_TASKS + 1)).length
}

async function countsFor(asker: Asker): Promise<{ kind: TaskKind; count: number }[]> {
  return Promise.all(
    taskKinds.map(async (kind) => ({
      kind,
      count: await countOf(kind, asker),
    })),
  )
}
