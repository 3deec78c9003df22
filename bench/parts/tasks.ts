import { reads } from '@/db/postgres/client'
import { overOneConnection } from '@/db/postgres/one-connection'
import { readPlaces, scopeOfProgress } from '@/lib/places/loaders'
import { candidates } from '@/lib/tasks/find'
import { GZIP, read } from '../answer'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { median, percentile } from '../statistics'
import { inFigures } from '../table'
import { largeWiki, wikiAt } from '../wiki/large'
import { newPerson } from '../wiki/people'
import { openWiki } from '../wiki/run'

/** With ten facts for each page: 10,000 facts. */
const PAGES = 1_000
const WARM_UP = 10
/** So many people ask in turn: each begins elsewhere. */
const PEOPLE = 5
const KINDS = ['check', 'origin', 'picture', 'dead', 'place', 'wanted'] as const

/** The next card of small tasks, and the end of ten, where all kinds are counted. */
export const tasksPart: Part = { name: 'tasks', minutes: 2, measure: measured }

async function measured(run: Run): Promise<Row[]> {
  const large = run.wiki ? wikiAt(run.wiki) : await largeWiki(PAGES)
  const { size } = large.manifest
  const wiki = await openWiki(large.dataFolder)
  try {
    const people = await Promise.all(Array.from({ length: PEOPLE }, () => newPerson()))
    const times = run.isQuick ? 40 : 300
    const rows: Row[] = []
    const asked = [...KINDS.map((kind) => [kind, `?of=${kind}`] as const), ['ten, counted', '?n=10'] as const]
    for (const [name, query] of asked) {
      progress(`${name}: ${times} cards`)
      const [took, alone] = [[] as number[], [] as number[]]
      for (let at = -WARM_UP; at < times; at += 1) {
        const person = people[(at + WARM_UP) % PEOPLE]
        if (!person) continue
        const found = await read(`${wiki.address}/tasks${query}`, { ...GZIP, ...person.headers })
        const loaded = await loading(name, person.actor.id)
        if (at < 0) continue
        took.push(found.took)
        if (loaded !== null) alone.push(loaded)
      }
      rows.push(
        figure({
          ...{
            name: `the next card: ${name}, p99`,
            unit: 'ms',
            value: percentile(took, 0.99),
            goal: atMost(100),
          },
          ...(alone.length > 0 && {
            baseline: { name: 'its list alone', value: percentile(alone, 0.99) },
          }),
          note: `p50 ${inFigures(median(took))}${alone.length > 0 ? `, of the list ${inFigures(median(alone))}` : ''}; ${inFigures(size.facts)} facts; over HTTP, one after the other, ${PEOPLE} people`,
        }),
      )
    }
    return rows
  } finally {
    await wiki.end()
  }
}

/** How long the list of a kind takes by itself, in milliseconds; null for those that are not looked for in one. */
async function loading(name: string, accountId: number): Promise<number | null> {
  if (!(name in candidates)) return null
  const find = candidates[name as keyof typeof candidates]
  const within = await scopeOfProgress(null)
  const places = await readPlaces(reads())
  const began = performance.now()
  await overOneConnection(() => find({ accountId, within, places }, 5))
  return performance.now() - began
}
