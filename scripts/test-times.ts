import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** What the tests of one file took together. */
export interface FileTime {
  file: string
  seconds: number
}

/** The seconds of each file of tests, as vitest reports them: its preparation counts too. */
export const timesOfVitest = (report: string): FileTime[] =>
  (read(report) as VitestReport).testResults.map(({ name, startTime, endTime }) => ({
    file: relative(process.cwd(), name),
    seconds: (endTime - startTime) / 1000,
  }))

/** The seconds of each file of stories, as Playwright reports them; a story that was tried again counts twice. */
export const timesOfPlaywright = (report: string): FileTime[] =>
  (read(report) as Suite).suites?.map((suite) => ({ file: suite.title ?? '', seconds: secondsOf(suite) })) ??
  []

/** One line for each of the slowest files, and one for all others together. */
export function slowestFiles(times: FileTime[], shown = 25): string[] {
  const slowestFirst = times.toSorted((one, other) => other.seconds - one.seconds)
  const rest = slowestFirst.slice(shown)
  const lines = slowestFirst.slice(0, shown).map(({ file, seconds }) => line(seconds, file))
  return rest.length > 0 ? [...lines, line(sum(rest), `${rest.length} other files`)] : lines
}

interface VitestReport {
  testResults: { name: string; startTime: number; endTime: number }[]
}

interface Suite {
  title?: string
  suites?: Suite[]
  specs?: { tests: { results: { duration: number }[] }[] }[]
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

const line = (seconds: number, what: string) => `${seconds.toFixed(1).padStart(7)} s  ${what}`

const sum = (times: { seconds: number }[]) => times.reduce((total, { seconds }) => total + seconds, 0)

/** Files hold stories, and groups that hold more of them. */
function secondsOf({ specs = [], suites = [] }: Suite): number {
  const own = specs.flatMap(({ tests }) => tests.flatMap(({ results }) => results))
  const milliseconds = own.reduce((total, { duration }) => total + duration, 0)
  return suites.reduce((total, suite) => total + secondsOf(suite), milliseconds / 1000)
}
