import { randomUUID } from 'node:crypto'
import { openInserts } from '../baselines/inserts'
import { type Writer, type Written, writeInTurns } from '../load/writers'
import type { Part, Run } from '../part'
import { progress } from '../progress'
import { atLeast, atMost, figure, type Row } from '../row'
import { type Draft, saveByAction, saveByOperation, writePage } from '../wiki/edit'
import { newPerson, type Person } from '../wiki/people'
import { type BenchWiki, withWiki } from '../wiki/run'

const WRITERS = 8
/** An account may save 60 times a minute: over HTTP, where that is counted, each save uses another account. */
const PEOPLE = 60

/** Saving an edit, from the action to the commit. */
export const savePart: Part = {
  name: 'save',
  minutes: 2,
  measure: (run) => withWiki((wiki) => measured(wiki, run)),
}

async function measured(wiki: BenchWiki, { isQuick }: Run): Promise<Row[]> {
  const people = await Promise.all(Array.from({ length: PEOPLE }, newPerson))
  const takeTurns = turnsOf(people)
  const pages = await writePages(people)
  const inserts = await openInserts(wiki.env.DATABASE_MIGRATION_URL, WRITERS)
  const [first] = pages
  const operations = pages.map((page) => byOperation(page, takeTurns))
  const actions = pages.map((page) => byAction(wiki, page, takeTurns))
  const plain = pages.map((): Writer => () => inserts.insert(first?.draft.content ?? {}))
  const how = isQuick ? { rounds: 2, times: 15 } : { rounds: 5, times: 40 }
  progress('One writer')
  const alone = { operation: operations.slice(0, 1), action: actions.slice(0, 1), insert: plain.slice(0, 1) }
  const one = await writeInTurns(alone, how)
  progress(`${WRITERS} writers, each on a page of their own`)
  const many = await writeInTurns({ operation: operations, action: actions, insert: plain }, how)
  await inserts.end()
  return rowsOf(one, many, inserts.synchronousCommit)
}

type Way = 'operation' | 'action' | 'insert'

function rowsOf(one: Record<Way, Written>, many: Record<Way, Written>, commit: string): Row[] {
  const latency = (way: Way) => ({
    ...{ unit: 'ms', value: one[way].p50, goal: atMost(15) },
    baseline: { name: 'a plain INSERT', value: one.insert.p50 },
  })
  const rate = (way: Way) => ({
    ...{ unit: 'saves/s', value: many[way].perSecond, goal: atLeast(150) },
    baseline: { name: 'plain INSERTs', value: many.insert.perSecond },
  })
  const note = `a page of 20 paragraphs, one of them changed; synchronous_commit ${commit}`
  return [
    figure({ name: 'save, 1 writer, p50', ...latency('operation'), note: `${note}; through the operation` }),
    figure({ name: `save, ${WRITERS} writers`, ...rate('operation') }),
    figure({
      name: 'save over HTTP, 1 writer, p50',
      ...latency('action'),
      note: 'the server action, signed in',
    }),
    figure({ name: `save over HTTP, ${WRITERS} writers`, ...rate('action') }),
  ]
}

/** A page that one writer saves repeatedly. */
interface Page {
  draft: Draft
}

async function writePages(people: Person[]): Promise<Page[]> {
  const [author] = people
  if (!author) throw new Error('there is nobody to write')
  const pages: Page[] = []
  for (let at = 0; at < WRITERS; at += 1)
    pages.push({ draft: await writePage(author, `Page of writer ${at} ${randomUUID().slice(0, 8)}`) })
  return pages
}

const byOperation =
  (page: Page, next: () => Person): Writer =>
  async () => {
    page.draft = (await saveByOperation(next(), page.draft, randomUUID())).draft
  }

const byAction =
  (wiki: BenchWiki, page: Page, next: () => Person): Writer =>
  async () => {
    page.draft = (await saveByAction(wiki, next(), page.draft, randomUUID())).draft
  }

function turnsOf(people: Person[]): () => Person {
  let turn = 0
  return () => {
    const person = people[turn++ % people.length]
    if (!person) throw new Error('there is nobody to write')
    return person
  }
}
