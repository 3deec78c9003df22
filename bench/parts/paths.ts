import { randomUUID } from 'node:crypto'
import { Session } from 'node:inspector/promises'
import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { edited, holdBack, makeAccount, newKey, pageContent } from '@/lib/changesets/testing'
import { decline } from '@/lib/review/turn-down'
import { saveOperations } from '@/lib/submissions/save'
import type { Part } from '../part'
import { figure, type Row } from '../row'
import { writePage } from '../wiki/edit'
import { newPerson } from '../wiki/people'
import { withWiki } from '../wiki/run'

/** The rooms whose business a write is. What every operation goes through (policy, kinds, content, events) is not. */
const ROOMS_OF_A_WRITE = ['changesets', 'publishing', 'submissions', 'review']

/** Where a reader has to look who follows a write: the files in which a function is called during it. */
export const pathsPart: Part = {
  name: 'paths',
  minutes: 1,
  measure: () => withWiki(measured),
}

async function measured(): Promise<Row[]> {
  const moderator = await newPerson()
  const fan = await makeAccount('fan')
  const title = `Path ${randomUUID().slice(0, 8)}`
  const { entryId } = await writePage(moderator, title)
  const save = async (number: number) => {
    const content = pageContent(title, { a: `Version ${number}.` }, { kind: 'theme' })
    const input = {
      key: newKey(),
      summary: '',
      isMinor: false,
      entryId,
      baseNumber: number,
      content,
      sources: [],
    }
    demandDone(await saveOperations.page(moderator.actor, input))
  }
  const hold = () =>
    holdBack(fan, edited('page', entryId, 2, pageContent(title, { a: randomUUID() }, { kind: 'theme' })))
  const turnDown = async (submissionId: number) =>
    demandDone(
      await decline(moderator.actor, {
        key: newKey(),
        submissionId,
        roundNumber: 1,
        reason: 'It is not so.',
      }),
    )
  // What runs only once in a process is no part of the path.
  await save(1)
  await turnDown(await hold())
  const held = await hold()
  const declined = await filesCalled(() => turnDown(held))
  const saved = await filesCalled(() => save(2))
  return [...rowsOf('an edit of a page', saved), ...rowsOf('declining an edit', declined)]
}

function demandDone(answer: { ok: boolean }): void {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer)}`)
}

/** The files of `lib` and `db`, helpers of tests aside, in which a function is called while this is done, by what V8 counts. */
async function filesCalled(work: () => Promise<void>): Promise<string[]> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await work()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  session.disconnect()
  return result
    .filter(({ url, functions }) => url.startsWith('file:') && functions.some(isCalled))
    .map(({ url }) => relative(process.cwd(), fileURLToPath(url)))
    .filter((path) => /^(lib|db)\/(?!.*\/testing)/.test(path))
    .sort()
}

/** The module itself is the function that starts where its text does. */
const isCalled = ({ ranges }: { ranges: { startOffset: number; count: number }[] }) =>
  ranges.some(({ startOffset, count }) => startOffset > 0 && count > 0)

function rowsOf(what: string, files: string[]): Row[] {
  const own = files.filter((path) => ROOMS_OF_A_WRITE.includes(path.split('/')[1] ?? ''))
  const rooms = [...new Set(files.map(roomOf))]
  const counts = rooms.map((room) => `${room} ${files.filter((path) => roomOf(path) === room).length}`)
  return [
    figure({ name: `files of a write, ${what}`, unit: 'files', value: own.length, note: own.join(', ') }),
    figure({
      name: `all files of lib and db, ${what}`,
      unit: 'files',
      value: files.length,
      note: counts.join(', '),
    }),
  ]
}

const roomOf = (path: string) => path.split('/').slice(0, 2).join('/')
