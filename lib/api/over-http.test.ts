import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
const textOf = (file: string) => readFileSync(`lib/${file}`, 'utf8')
const list = textOf('api/over-http.ts')
const listed = /const listed = \[([^\]]*)\]/.exec(list)?.[1] ?? ''
const reached = listed.replace('...Object.values', '').match(/\w+/g) ?? []

test('what JSON reaches, a form calls too: so its rows stand in the tables of who may do what', () => {
  const called = files
    .filter((file) => file.endsWith('actions.ts'))
    .flatMap((file) => [...textOf(file).matchAll(/formAction\((\w+)/g)])
    .map(([, name]) => name)
  // The screens to change kinds of pages come later, and only a script sends a file in parts; who may is asked in their
  // own tests.
  const withoutForm = [
    ...['changeField', 'startUpload', 'finishUpload'],
    // Their forms are plain ones: lib/api/watch.ts, thanks.ts and checks.ts.
    ...['changeWatch', 'seeWatched', 'changeWatchFeed', 'thank', 'sayCheck', 'takeBackCheck'],
    // Asked while somebody types; who may is asked in its own test.
    'lookUpSource',
  ]
  expect(reached.length).toBeGreaterThan(10)
  expect(called).toEqual(expect.arrayContaining(reached.filter((name) => !withoutForm.includes(name))))
})
