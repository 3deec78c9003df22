import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { paths } from '@/lib/routes'
import { ask, read } from '../answer'
import { hasNginx } from '../baselines/nginx'
import { startProxy } from '../baselines/proxy'
import type { Server } from '../baselines/server'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atMost, figure, notMeasured, type Row } from '../row'
import { percentile } from '../statistics'
import { saveByAction, writePage } from '../wiki/edit'
import { newPerson } from '../wiki/people'
import type { BenchWiki } from '../wiki/run'
import { withTwoGateways } from '../wiki/two-gateways'

const TITLE = 'Seen by everybody'
const LIMIT = atMost(1_000)

/** From an edit until it is visible: to its editor, at the gateway that took it, at another one, through a proxy. */
export const visiblePart: Part = {
  name: 'visible',
  minutes: 2,
  measure: (run) => withTwoGateways((wiki, other) => measured(wiki, other, run)),
}

async function measured(wiki: BenchWiki, other: Server, { isQuick }: Run): Promise<Row[]> {
  const rounds = isQuick ? 10 : 60
  const proxy = hasNginx ? await startProxy(other.address) : undefined
  const places = { here: wiki.address, there: other.address, ...(proxy && { proxy: proxy.address }) }
  const seen = { here: [] as number[], there: [] as number[], proxy: [] as number[], editor: [] as number[] }
  let old = 0
  const people = await Promise.all(Array.from({ length: 8 }, newPerson))
  let draft = await writePage(await newPerson(), TITLE)
  await Promise.all(Object.values(places).map(shown))
  progress(`${rounds} edits at one gateway, looked for at another and through a proxy`)
  for (let round = 0; round < rounds; round += 1) {
    const person = people[round % people.length]
    if (!person) throw new Error('there is nobody to write')
    const word = randomUUID()
    const watch = watching(places, word)
    // It may fail before it is awaited.
    watch.catch(() => {})
    // Edits at any moment of a second: a proxy that cached pages would keep them for a second.
    await sleep(Math.random() * 1_000)
    const saved = await saveByAction(wiki, person, draft, word)
    draft = saved.draft
    const committed = performance.now()
    const cookie = [person.headers.cookie, ...saved.cookies].join('; ')
    const own = await ask(`${wiki.address}${paths.page(TITLE)}`, { headers: { ...person.headers, cookie } })
    if (!own.body.includes(word)) old += 1
    seen.editor.push(own.took)
    for (const [place, at] of Object.entries(await watch))
      seen[place as keyof typeof seen].push(Math.max(0, at - committed))
  }
  await proxy?.end()
  return rowsOf(seen, old)
}

/** Resolves once a place has the page: another gateway has to receive it first. */
async function shown(address: string): Promise<void> {
  const latest = performance.now() + 30_000
  while ((await ask(`${address}${paths.page(TITLE)}`)).status !== 200) {
    if (performance.now() > latest) throw new Error(`${address} does not show a new page`)
    await sleep(50)
  }
}

/** Readers who request each place repeatedly; gives when each first showed the word, once all of them have. */
async function watching(places: Record<string, string>, word: string): Promise<Record<string, number>> {
  const look = async ([place, address]: [string, string]) => {
    const latest = performance.now() + 30_000
    while (performance.now() < latest) {
      const { body } = await read(`${address}${paths.page(TITLE)}`, {})
      if (body.includes(word)) return [place, performance.now()]
      await sleep(5)
    }
    throw new Error(`an edit was not seen ${place} for half a minute`)
  }
  return Object.fromEntries(await Promise.all(Object.entries(places).map(look)))
}

function rowsOf(seen: Record<'here' | 'there' | 'proxy' | 'editor', number[]>, old: number): Row[] {
  const note =
    'from the moment its editor had the answer; readers look all the time, each 5 ms after the last answer'
  const at = (share: number, of: number[]) => ({ unit: 'ms', value: percentile(of, share) })
  return [
    figure({ name: 'edit seen at the same gateway, p99', ...at(0.99, seen.here), goal: LIMIT, note }),
    figure({ name: 'edit seen at another gateway, p50', ...at(0.5, seen.there), goal: LIMIT }),
    figure({ name: 'edit seen at another gateway, p99', ...at(0.99, seen.there), goal: LIMIT }),
    ...throughProxy(seen.proxy),
    figure({ name: 'the editor reads the page again, p99', ...at(0.99, seen.editor) }),
    figure({ name: 'editors who saw the old page', unit: 'of all', value: old, goal: atMost(0) }),
  ]
}

function throughProxy(seen: number[]): Row[] {
  if (seen.length === 0)
    return [notMeasured('edit seen through a proxy, p99', 'there is no nginx on this machine', LIMIT)]
  const note = 'nginx before the other gateway, set as docker/nginx.conf has it: it keeps built files only'
  return [0.5, 0.99].map((share) =>
    figure({
      ...{ name: `edit seen through a proxy, p${share * 100}`, unit: 'ms', value: percentile(seen, share) },
      goal: LIMIT,
      note,
    }),
  )
}
