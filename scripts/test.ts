import { rmSync } from 'node:fs'
import { startNode } from './child'
import { command, PlainError } from './plain-error'
import { say } from './say'
import { installSignalHandlers, stopRequest } from './stop-request'
import { type Count, countOf, countPlaywright, countVitest, REPORTS } from './test-counts'
import { failuresOfPlaywright, failuresOfVitest, triedAgain } from './test-failures'
import { type FileTime, slowestFiles, timesOfPlaywright, timesOfVitest } from './test-times'

interface Step {
  name: string
  /** Node's arguments. */
  run: string[]
  /** Counts the tests of a step that has some; the others pass or fail as one. */
  count?: (exitCode: number) => Count
  /** Names those that failed. */
  failures?: () => string[]
  /** Tells what each of its files took. */
  times?: () => FileTime[]
}

const npm = (script: string) => [process.env.npm_execpath ?? 'npm', 'run', '--silent', script]
const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json']
const playwright = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json']

const STEPS: Step[] = [
  { name: 'Lint', run: npm('lint') },
  { name: 'Types', run: npm('types') },
  { name: 'Dead code', run: npm('dead-code') },
  {
    name: 'Unit and database tests',
    run: [...vitest, `--outputFile.json=${REPORTS.vitest}`],
    count: countVitest,
    failures: () => failuresOfVitest(REPORTS.vitest),
    times: () => timesOfVitest(REPORTS.vitest),
  },
  { name: 'Production build', run: npm('build') },
  {
    name: 'Stories in a browser',
    run: playwright,
    count: countPlaywright,
    failures: () => failuresOfPlaywright(REPORTS.playwright),
    times: () => timesOfPlaywright(REPORTS.playwright),
  },
]

command(async () => {
  installSignalHandlers()
  rmSync('test-results', { recursive: true, force: true })
  const total = { passed: 0, failed: 0 }
  const summary: string[] = []
  const failures: string[] = []
  const times: string[] = []
  for (const step of STEPS) {
    const began = Date.now()
    say(`\n=== ${step.name}`)
    const { passed, failed } = await take(step)
    total.passed += passed
    total.failed += failed
    if (failed > 0) failures.push(...(step.failures?.() ?? [`✗ ${step.name}`]))
    if (step.times) times.push(`\n${step.name}, the slowest files:`, ...timesOf(step.times))
    summary.push(
      `${step.name}: ${passed} passed, ${failed} failed (${Math.round((Date.now() - began) / 1000)} s)`,
    )
  }
  say(times.join('\n'))
  const again = triedAgain(REPORTS.playwright)
  if (again.length > 0) say(`\nPassed only when tried again:\n${again.join('\n')}`)
  // Last, since the end of a long output is what people look at.
  if (failures.length > 0) say(`\n${failures.join('\n')}`)
  say(`\n${summary.join('\n')}\n${total.passed} passed, ${total.failed} failed`)
  if (total.failed > 0) process.exitCode = 1
})

/** A step that was aborted has no report. */
function timesOf(times: () => FileTime[]): string[] {
  try {
    return slowestFiles(times())
  } catch {
    return ['no report']
  }
}

async function take(step: Step): Promise<Count> {
  if (stopRequest.aborted) throw new PlainError('Stopped.')
  const child = startNode(step.run, {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: REPORTS.playwright },
  })
  const stop = () => child.end(10)
  stopRequest.addEventListener('abort', stop)
  const exitCode = await child.ended
  stopRequest.removeEventListener('abort', stop)
  return (step.count ?? countOf)(exitCode)
}
