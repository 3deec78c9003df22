import { setTimeout as sleep } from 'node:timers/promises'
import { read } from '../answer'
import { buildEmptyApplication } from '../baselines/empty-application'
import { startNextAlone } from '../baselines/next-alone'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { median, percentile } from '../statistics'
import { saveByVerb, takeUp } from '../wiki/edit'
import { newPerson } from '../wiki/people'
import { type BenchWiki, HOT_PAGE, HOT_TITLE, withWiki } from '../wiki/run'

/** By then the door has heard of an edit: what is measured is the render, not the hearing. */
const HEARD = 50

const DOOR_FIRST = ['door', 'next', 'empty'] as const

/** The first read after an edit. */
export const coldPart: Part = {
  name: 'cold',
  minutes: 1,
  measure: (run) => withWiki((wiki) => measured(wiki, run)),
}

async function measured(wiki: BenchWiki, { isQuick }: Run): Promise<Row[]> {
  const rounds = isQuick ? 15 : 100
  const next = await startNextAlone(wiki.env)
  const empty = await startNextAlone({}, await buildEmptyApplication())
  const asked = {
    door: `${wiki.address}${HOT_PAGE}`,
    next: `${next.address}${HOT_PAGE}`,
    empty: `${empty.address}/`,
  }
  const took = { door: [] as number[], next: [] as number[], empty: [] as number[] }
  const warmUp = isQuick ? 5 : 30
  const person = await newPerson()
  let draft = await takeUp(person, HOT_TITLE)
  progress(`${rounds} edits of one page, each read by one reader`)
  for (let round = -warmUp; round < rounds; round += 1) {
    ;({ draft } = await saveByVerb(person, draft, `round ${round}`))
    await sleep(HEARD)
    // Who comes second finds the database warm: each comes first in turn.
    const order = round % 2 === 0 ? DOOR_FIRST : [...DOOR_FIRST].reverse()
    for (const name of order) {
      const answer = await read(asked[name])
      if (round >= 0) took[name].push(answer.took)
    }
  }
  await next.end()
  await empty.end()
  return rowsOf(took)
}

function rowsOf(took: Record<'door' | 'next' | 'empty', number[]>): Row[] {
  const note = `saved through the verb; one reader asks ${HEARD} ms later, packed as gzip where the server does that`
  const baseline = (share: number) => ({ name: 'Next alone', value: percentile(took.next, share) })
  const at = (share: number) => ({
    unit: 'ms',
    value: percentile(took.door, share),
    baseline: baseline(share),
  })
  return [
    figure({ name: 'first read after an edit, p50', ...at(0.5), goal: atMost(30), note }),
    figure({ name: 'first read after an edit, p95', ...at(0.95) }),
    figure({ name: 'the framework alone, an empty page', unit: 'ms', value: median(took.empty) }),
  ]
}
