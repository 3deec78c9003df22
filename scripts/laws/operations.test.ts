import { expect, test } from 'vitest'
import {
  actionsAreOperations,
  recordedByMechanism,
  saysWhatItAudits,
  writesAreOperations,
} from './operations'
import { type Law, parseSource } from './source-file'

const judge = (law: Law, path: string, text: string) => law([parseSource(path, text)])

test.each([
  `import { audit } from '@/lib/audit'`,
  `import { insertAuditRecord as keep } from '@/db/audit/audit'`,
  `import { insertNetworkTrace } from '@/db/accounts/network-traces'`,
])('only the mechanism records acts and networks: %s', (text) => {
  expect(judge(recordedByMechanism, 'lib/pages/edit-page.ts', text)).toHaveLength(1)
  expect(judge(recordedByMechanism, 'lib/operations/writing.ts', text)).toEqual([])
  expect(judge(recordedByMechanism, 'lib/pages/edit-page.test.ts', text)).toEqual([])
})

test('to know the names of acts is not to record one', () => {
  const text = `import { type ActName, publicActs } from '@/lib/audit'`
  expect(judge(recordedByMechanism, 'lib/public-log/loaders.ts', text)).toEqual([])
})

test('what somebody asks for is written by an operation; what nobody asks for by a job', () => {
  const text = `import { primary, transaction } from '@/db/postgres/client'`
  expect(judge(writesAreOperations, 'lib/moderation/protect.ts', text)).toHaveLength(1)
  for (const path of ['lib/operations/writing.ts', 'lib/worker/tasks/look-up-reset.ts'])
    expect(judge(writesAreOperations, path, text)).toEqual([])
  expect(
    judge(writesAreOperations, 'lib/moderation/protect.ts', `import { primary } from '@/db/postgres/client'`),
  ).toEqual([])
})

test.each([
  `operation({ name: 'a.b', run })`,
  `operation({ name: 'a.b', audits: [], run })`,
  `operation({ name: 'a.b', audits: { nothing: ' ' }, run })`,
  `operation({ name: 'a.b', audits: ACTS, run })`,
])('an operation says what it audits, or why nothing: not %s', (text) => {
  expect(judge(saysWhatItAudits, 'lib/moderation/protect.ts', `export const a = ${text}`)).toHaveLength(1)
})

test.each([
  `operation({ name: 'a.b', audits: ['entry.protect'], run })`,
  `operation({ name: 'a.b', audits: { nothing: 'it writes nothing' }, run })`,
])('an operation that says so: %s', (text) => {
  expect(judge(saysWhatItAudits, 'lib/moderation/protect.ts', `export const a = ${text}`)).toEqual([])
})

test.each([
  `export const a = async () => {}`,
  `export async function a() {}`,
  `export const a = wrap(operation)`,
  `export { a } from './a'`,
])('a server action is made from an operation by the form adapter: not %s', (text) => {
  expect(judge(actionsAreOperations, 'lib/a/actions.ts', `'use server'\n${text}`)).toHaveLength(1)
  expect(judge(actionsAreOperations, 'lib/a/a.ts', text)).toEqual([])
})

test('a server action that is', () => {
  const text = `'use server'\nconst to = {}\nexport const a = formAction(protect, to)`
  expect(judge(actionsAreOperations, 'lib/a/actions.ts', text)).toEqual([])
})
