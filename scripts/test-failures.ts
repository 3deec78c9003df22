import { readFileSync } from 'node:fs'
import { relative } from 'node:path'

/** A longer reason is cut: all of it was printed when the test failed. */
const LONGEST_REASON = 600

/** The parts of vitest's and Playwright's reports that are read here. */
interface VitestReport {
  testResults: { name: string; message: string; assertionResults: VitestResult[] }[]
}
interface VitestResult {
  status: string
  fullName: string
  failureMessages: string[]
}
interface PlaywrightSuite {
  specs?: PlaywrightSpec[]
  suites?: PlaywrightSuite[]
}
interface PlaywrightSpec {
  title: string
  file: string
  line: number
  ok: boolean
  tests: { status?: string; results: { error?: { message?: string } }[] }[]
}

/** The tests that vitest's report says have failed, each as its file, its name and why; and files that did not load. */
export const failuresOfVitest = (file: string): string[] =>
  readReport<VitestReport>(file, ({ testResults }) =>
    testResults.flatMap(({ name, message, assertionResults }) => {
      const path = relative(process.cwd(), name)
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      const failures = failed.map((one) => tell(`${path}: ${one.fullName}`, one.failureMessages.join('\n')))
      return failed.length === 0 && message ? [tell(path, message)] : failures
    }),
  )

/** The stories that Playwright's report says have failed, each as its place, its name and why. */
export const failuresOfPlaywright = (file: string): string[] =>
  toldStories(
    file,
    ({ ok }) => !ok,
    (errors) => errors.at(-1),
  )

/** The stories that passed only when they were tried again, each as its place, its name and why it failed at first. */
export const triedAgain = (file: string): string[] =>
  toldStories(
    file,
    ({ tests }) => tests.some(({ status }) => status === 'flaky'),
    (errors) => errors[0],
  )

function toldStories(
  file: string,
  isTold: (spec: PlaywrightSpec) => boolean,
  why: (errors: string[]) => string | undefined,
): string[] {
  return readReport<PlaywrightSuite>(file, (report) =>
    specsOf(report)
      .filter(isTold)
      .map(({ file: path, line, title, tests }) => {
        const errors = tests.flatMap(({ results }) => results.map(({ error }) => error?.message ?? ''))
        return tell(`e2e/${path}:${line}: ${title}`, why(errors) ?? '')
      }),
  )
}

const specsOf = ({ specs = [], suites = [] }: PlaywrightSuite): PlaywrightSpec[] => [
  ...specs,
  ...suites.flatMap(specsOf),
]

function tell(name: string, reason: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the runners colour what they tell.
  const plain = reason.replace(/\u001b\[[0-9;]*m/g, '').trim()
  const short = plain.length > LONGEST_REASON ? `${plain.slice(0, LONGEST_REASON)} …` : plain
  return `✗ ${name}${short && `\n    ${short.replaceAll('\n', '\n    ')}`}`
}

function readReport<T>(file: string, read: (report: T) => string[]): string[] {
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return []
  }
}
