import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { countOf, countReport } from './test-counts'

const folder = mkdtempSync(join(tmpdir(), 'loreleaf-counts-'))
afterAll(() => rmSync(folder, { recursive: true }))
const file = join(folder, 'report.json')
const read = ({
  numPassedTests: passed,
  numFailedTests: failed,
}: {
  numPassedTests: number
  numFailedTests: number
}) => ({ passed, failed })

function count(exitCode: number, passed: number, failed: number) {
  writeFileSync(file, JSON.stringify({ numPassedTests: passed, numFailedTests: failed }))
  return countReport(exitCode, file, read)
}

test('a step without tests of its own passes or fails as one', () => {
  expect([countOf(0), countOf(2)]).toEqual([
    { passed: 1, failed: 0 },
    { passed: 0, failed: 1 },
  ])
})

test('tests are counted as their runner counted them', () => {
  expect(count(0, 12, 0)).toEqual({ passed: 12, failed: 0 })
  expect(count(1, 10, 2)).toEqual({ passed: 10, failed: 2 })
})

test('a run that crashed has failed, whatever its report says', () => {
  expect(count(1, 12, 0)).toEqual({ passed: 12, failed: 1 })
  expect(countReport(0, join(folder, 'none.json'), read)).toEqual({ passed: 0, failed: 1 })
})
