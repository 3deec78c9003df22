import { isBuilt } from '@/scripts/build-stamp'
import { startNode } from '@/scripts/child'
import { command, PlainError } from '@/scripts/plain-error'
import { installSignalHandlers, stopRequest, stopRequested } from '@/scripts/stop-request'
import { undoEverything } from './leftovers'
import { inWords, thisMachine } from './machine'
import { parseOptions } from './options'
import type { Part, Run } from './part'
import { PARTS } from './parts'
import { progress } from './progress'
import { notMeasured, type Row } from './row'
import { tableOf } from './table'

command(async () => {
  const asked = parseOptions(
    process.argv.slice(2),
    PARTS.map(({ name }) => name),
  )
  installSignalHandlers()
  stopRequested().then(async () => {
    await undoEverything()
    process.exit(130)
  })
  const machine = thisMachine()
  progress(inWords(machine))
  const parts = PARTS.filter(({ name }) => asked.parts.includes(name))
  progress(`About ${minutesOf(parts, asked)} minutes: ${parts.map(({ name }) => name).join(', ')}`)
  await ensureBuilt()
  const rows: Row[] = []
  for (const part of parts) rows.push(...(await take(part, asked)))
  const result = asked.isJson
    ? JSON.stringify({ machine, isQuick: asked.isQuick, rows }, undefined, 2)
    : `${inWords(machine)}\n\n${tableOf(rows)}`
  process.stdout.write(`${result}\n`)
})

/** Runs one part; an error in it becomes a line of the result and the exit code 1, and the other parts go on. */
async function take(part: Part, run: Run): Promise<Row[]> {
  progress(`\n=== ${part.name}`)
  const began = performance.now()
  try {
    const rows = await part.measure(run)
    progress(`=== ${part.name}: ${Math.round((performance.now() - began) / 1000)} s`)
    return rows.map((row) => ({ ...row, part: part.name }))
  } catch (error) {
    // What was killed is no result: it ends the bench as well.
    if (stopRequest.aborted) await new Promise(() => {})
    progress(error instanceof Error ? (error.stack ?? error.message) : String(error))
    process.exitCode = 1
    return [{ ...notMeasured('all of it', `it broke: ${error}`), part: part.name }]
  }
}

function minutesOf(parts: Part[], { isQuick, isSoak }: Run): number {
  const minutes = parts.reduce((sum, part) => sum + part.minutes, 0)
  return Math.ceil((isQuick ? minutes / 4 : minutes) + (isSoak ? 50 : 0))
}

/** Builds as `npm start` does, but prints on the standard error. */
async function ensureBuilt(): Promise<void> {
  if (isBuilt()) return
  progress('Building')
  const build = startNode(['--import', 'tsx', 'scripts/build.ts'], { stdio: ['ignore', 2, 2] })
  if ((await build.ended) !== 0) throw new PlainError('The build failed: see above.')
}
