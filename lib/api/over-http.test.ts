import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
const textOf = (file: string) => readFileSync(`lib/${file}`, 'utf8')
const list = textOf('operations/over-http.ts')
const reached = (/const listed = \[([^\]]*)\]/.exec(list)?.[1] ?? '').match(/\w+/g) ?? []

test('what JSON reaches, a form calls too: so its rows stand in the tables of who may do what', () => {
  const called = files
    .filter((file) => file.endsWith('actions.ts'))
    .flatMap((file) => [...textOf(file).matchAll(/formAction\((\w+)/g)])
    .map(([, name]) => name)
  expect(reached.length).toBeGreaterThan(10)
  expect(called).toEqual(expect.arrayContaining(reached))
})

test('what says that JSON reaches it is listed', () => {
  const saying = files
    .filter((file) => file.endsWith('.ts') && !file.startsWith('operations/'))
    .filter((file) => /^ +isOverHttp: true/m.test(textOf(file)))
  // Three kinds of entries are saved by what this one makes.
  for (const file of saying.filter((file) => file !== 'editing/save.ts'))
    expect(list).toContain(`'@/lib/${file.slice(0, -'.ts'.length)}'`)
  expect(saying).toHaveLength(reached.length - 2)
})
