import { setTimeout as sleep } from 'node:timers/promises'
import { read } from '../answer'
import { buildEmptyApplication } from '../baselines/empty-application'
import { askingFor, startNextAlone } from '../baselines/next-alone'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atMost, figure, type Row } from '../row'
import { median, percentile } from '../statistics'
import { type Draft, saveByOperation, takeUp } from '../wiki/edit'
import { newPerson } from '../wiki/people'
import { type BenchWiki, HOT_PAGE, HOT_TITLE, withWiki } from '../wiki/run'
import { FEWER, writeShorterPage } from '../wiki/shorter-page'

/** By then the gateway has received the edit: this measures the render, not the notification. */
const HEARD = 50

/** The first read after an edit. */
export const coldPart: Part = {
  name: 'cold',
  minutes: 2,
  measure: (run) => withWiki((wiki) => measured(wiki, run)),
}

interface Subject {
  facts: number
  path: string
  draft: Draft
  took: { gateway: number[]; next: number[] }
}

async function measured(wiki: BenchWiki, { isQuick }: Run): Promise<Row[]> {
  const rounds = isQuick ? 15 : 100
  const warmUp = isQuick ? 5 : 30
  const next = await startNextAlone(wiki.env)
  const empty = await startNextAlone({}, await buildEmptyApplication())
  const person = await newPerson()
  const took = () => ({ gateway: [], next: [] })
  const subjects: Subject[] = [
    { facts: FEWER, ...(await writeShorterPage(person)), took: took() },
    { facts: 48, path: HOT_PAGE, draft: await takeUp(person, HOT_TITLE), took: took() },
  ]
  const tookEmpty: number[] = []
  progress(`${rounds} edits of each of two pages, each read by one reader`)
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const subject of subjects) {
      ;({ draft: subject.draft } = await saveByOperation(person, subject.draft, `round ${round}`))
      await sleep(HEARD)
      // The second one finds the database warm: each goes first in turn.
      const order = round % 2 === 0 ? (['gateway', 'next'] as const) : (['next', 'gateway'] as const)
      for (const name of order) {
        const answer = await read(
          `${{ gateway: wiki, next }[name].address}${subject.path}`,
          askingFor(subject.path),
        )
        if (round >= 0) subject.took[name].push(answer.took)
      }
    }
    const nothing = await read(`${empty.address}/`)
    if (round >= 0) tookEmpty.push(nothing.took)
  }
  await next.end()
  await empty.end()
  return [
    ...subjects.flatMap(rowsOf),
    figure({ name: 'the framework alone, an empty page', unit: 'ms', value: median(tookEmpty) }),
  ]
}

/** The goal applies to the page of this length. */
function rowsOf({ facts, took }: Subject): Row[] {
  const note = `saved through the operation; one reader asks ${HEARD} ms later, packed as gzip where the server does that`
  const at = (name: string, share: number) => ({
    name: `first read after an edit, ${facts} facts, ${name}`,
    unit: 'ms',
    value: percentile(took.gateway, share),
    baseline: { name: 'Next alone', value: percentile(took.next, share) },
  })
  const isJudged = facts === FEWER
  return [figure({ ...at('p50', 0.5), ...(isJudged && { goal: atMost(20), note }) }), figure(at('p95', 0.95))]
}
