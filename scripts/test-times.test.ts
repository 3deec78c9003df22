import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { slowestFiles, timesOfPlaywright, timesOfVitest } from './test-times'

const folder = mkdtempSync(join(tmpdir(), 'loreleaf-times-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: unknown) {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('a file of unit tests took what passed from its start to its end', () => {
  const testResults = [{ name: resolve('lib/a.test.ts'), startTime: 1_000, endTime: 3_500 }]
  expect(timesOfVitest(report({ testResults }))).toEqual([{ file: 'lib/a.test.ts', seconds: 2.5 }])
})

test('a file of stories took what its stories took, also those in groups and those tried again', () => {
  const story = (...durations: number[]) => ({
    tests: [{ results: durations.map((duration) => ({ duration })) }],
  })
  const group = { title: 'a group', specs: [story(250)] }
  const suites = [
    { title: 'a.spec.ts', specs: [story(1_000), story(2_000, 500)], suites: [group] },
    { title: 'b.spec.ts', suites: [group] },
  ]
  expect(timesOfPlaywright(report({ suites }))).toEqual([
    { file: 'a.spec.ts', seconds: 3.75 },
    { file: 'b.spec.ts', seconds: 0.25 },
  ])
})

test('the slowest files come first, and the others in one line', () => {
  const times = [1, 30, 2.25, 4].map((seconds, index) => ({ file: `${index}.test.ts`, seconds }))
  expect(slowestFiles(times, 2)).toEqual([
    '   30.0 s  1.test.ts',
    '    4.0 s  3.test.ts',
    '    3.3 s  2 other files',
  ])
  expect(slowestFiles(times)).toHaveLength(4)
})
