import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { failuresOfPlaywright, failuresOfVitest, triedAgain } from './test-failures'

const folder = mkdtempSync(join(tmpdir(), 'loreleaf-failures-'))
afterAll(() => rmSync(folder, { recursive: true }))

function report(content: unknown): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(content))
  return file
}

test('a test that failed is named with its file and why, in plain letters', () => {
  const result = (status: string, fullName: string, ...failureMessages: string[]) => ({
    status,
    fullName,
    failureMessages,
  })
  const file = report({
    testResults: [
      {
        name: join(process.cwd(), 'lib/a.test.ts'),
        message: '',
        assertionResults: [
          result('passed', 'a leaf is green'),
          result('failed', 'a leaf falls', '\u001b[31mit\u001b[39m stayed\nat its twig'),
        ],
      },
      { name: join(process.cwd(), 'lib/b.test.ts'), message: 'no such module', assertionResults: [] },
    ],
  })
  expect(failuresOfVitest(file)).toEqual([
    '✗ lib/a.test.ts: a leaf falls\n    it stayed\n    at its twig',
    '✗ lib/b.test.ts\n    no such module',
  ])
})

test('a story that failed is named with its place and why, however deep it stands', () => {
  const spec = (title: string, ok: boolean, message = '') => ({
    title,
    ok,
    file: 'read.spec.ts',
    line: 7,
    tests: [{ results: [{ error: { message: 'at the first try' } }, { error: { message } }] }],
  })
  const file = report({
    suites: [{ suites: [{ specs: [spec('reads', false, 'x'.repeat(700))] }], specs: [spec('writes', true)] }],
  })
  expect(failuresOfPlaywright(file)).toEqual([`✗ e2e/read.spec.ts:7: reads\n    ${'x'.repeat(600)} …`])
})

test('a story that passed at the second try is named with what went wrong at the first', () => {
  const results = [{ error: { message: 'too late' } }, {}]
  const spec = (title: string, status: string) => ({
    title,
    ok: true,
    file: 'read.spec.ts',
    line: 7,
    tests: [{ status, results }],
  })
  const file = report({ specs: [spec('reads', 'flaky'), spec('writes', 'expected')] })
  expect(triedAgain(file)).toEqual(['✗ e2e/read.spec.ts:7: reads\n    too late'])
  expect(failuresOfPlaywright(file)).toEqual([])
})

test('a report that is not there, or is none, names nothing', () => {
  expect(failuresOfVitest(join(folder, 'none.json'))).toEqual([])
  expect(failuresOfPlaywright(report({ suites: 3 }))).toEqual([])
})
