import { findProgress } from '@/db/accounts/progress'
import { findFactTasks, findPageTasks, isGreeted } from '@/db/me/greeting'
import { reads } from '@/db/postgres/client'
import type { Standing } from '@/db/standings/schema'
import { scopeOfProgress } from '@/lib/places/loaders'
import type { AccountActor } from '@/lib/policy/actor'
import { mayEarnTrust } from '@/lib/policy/trust'
import { paths } from '@/lib/routes'
import { keptProgress } from '@/lib/sessions/session-progress'

/** How long an account is new, in days. */
const NEW_FOR = 14
const MOST_TASKS = 3
const MANY = 1_000

/** What a task asks for: who said it first, a second source, a look at the original, a fact about a page, a first source. */
type Asks = 'origin' | 'second' | 'seen' | 'about' | 'first'

/** A small task, and the form where it is done. */
export interface Task {
  asks: Asks
  /** What it is about. */
  label: string
  path: string
  /** Whether they have sent it. */
  isDone: boolean
}

export interface Greeting {
  name: string
  /** At most three, not all of them done. */
  tasks: Task[]
}

/**
 * Which facts are asked about, in this order, until there are enough tasks, and what they become by that; a page stands
 * among them.
 */
const factTasks: { asks: Asks; standing: Standing; becomes: Standing[]; mostSources: number }[] = [
  { asks: 'origin', standing: 'reported', becomes: ['corroborated', 'disputed'], mostSources: MANY },
  {
    asks: 'seen',
    standing: 'original_named',
    becomes: ['corroborated', 'disputed', 'first_hand'],
    mostSources: MANY,
  },
  {
    asks: 'first',
    standing: 'unsourced',
    becomes: ['original_named', 'first_hand', 'reported'],
    mostSources: MANY,
  },
  { asks: 'second', standing: 'first_hand', becomes: ['corroborated', 'disputed'], mostSources: 1 },
]

/**
 * What somebody new is greeted with: at most three small tasks, chosen by their account, the same from day to day, among
 * what is open to them. Null for who is not new, has put it away or done everything, and where there is nothing to do.
 */
export async function greetingFor(actor: AccountActor): Promise<Greeting | null> {
  const { id: accountId, name } = actor
  const db = reads()
  if (!mayEarnTrust(actor) || !(await isGreeted(db, accountId, NEW_FOR))) return null
  const within = await scopeOfProgress(keptProgress(await findProgress(db, accountId)))
  const [pages, ...facts] = await Promise.all([
    findPageTasks(db, within, { accountId, most: 1 }),
    ...factTasks.map((which) => findFactTasks(db, within, { ...which, accountId, most: factTasks.length })),
  ])
  const taken = new Set<number>()
  const ofFacts = factTasks.flatMap(({ asks }, at): Task[] => {
    const fact = facts[at]?.find(({ id }) => !taken.has(id))
    if (!fact) return []
    taken.add(fact.id)
    const { label, number, isDone, supports } = fact
    const forOne = asks === 'origin' && supports <= 1 ? 'second' : asks
    return [{ asks: forOne, label, path: `${paths.editFact(number)}#citations-label`, isDone }]
  })
  const ofPages = pages.map(
    ({ label, isDone }): Task => ({ asks: 'about', label, path: paths.newFact({ about: label }), isDone }),
  )
  const tasks = [...ofFacts.slice(0, 2), ...ofPages, ...ofFacts.slice(2)].slice(0, MOST_TASKS)
  return tasks.every(({ isDone }) => isDone) ? null : { name, tasks }
}
