import { expect, test } from 'vitest'
import { cycles } from './cycles'
import { inOrder, LIB, rooms } from './rooms'
import { parseSource } from './source-file'

test('no file leads back to itself', () => {
  const circle = [
    parseSource('lib/a.ts', `import { b } from './b'`),
    parseSource('lib/b.ts', `import { c } from './c'`),
    parseSource('lib/c.ts', `export { a } from './a'`),
  ].map((file) => ({ ...file, imports: file.imports.map((one) => ({ ...one, path: `${one.path}.ts` })) }))
  expect(cycles(circle)).toEqual(['lib/a.ts → lib/b.ts → lib/c.ts → lib/a.ts: an import cycle'])
  expect(cycles(circle.slice(0, 2))).toEqual([])
})

test('a room imports what stands before it in the order of its floor', () => {
  const [lower, upper] = ['content', 'changesets']
  const ordered = (path: string, imported: string) =>
    rooms([parseSource(path, `import { a } from '@/${imported}'`)])
  expect(LIB.indexOf(lower)).toBeLessThan(LIB.indexOf(upper))
  expect(ordered(`lib/${upper}/submit.ts`, `lib/${lower}/parse`)).toEqual([])
  expect(ordered(`lib/${lower}/parse.ts`, `lib/${upper}/submit`)).toEqual([
    'lib/content/parse.ts imports lib/changesets/submit.ts: changesets comes after content in lib/',
  ])
  expect(ordered(`lib/${lower}/parse.test.ts`, `lib/${upper}/submit`)).toEqual([])
  expect(ordered(`lib/${lower}/testing.ts`, `lib/${upper}/submit`)).toEqual([])
  expect(ordered('components/ui/Tabs.tsx', 'components/facts/FactSheet')).toHaveLength(1)
})

test('tables and queries of db keep to its order, and a query may join any table', () => {
  const importing = (path: string, imported: string) =>
    rooms([parseSource(path, `import { a } from '@/${imported}'`)])
  expect(importing('db/entries/titles.ts', 'db/revisions/schema')).toEqual([])
  expect(importing('db/revisions/history.ts', 'db/entries/titles')).toEqual([])
  expect(importing('db/entries/schema.ts', 'db/revisions/schema')).toEqual([
    'db/entries/schema.ts imports db/revisions/schema.ts: revisions comes after entries in db/',
  ])
  expect(importing('db/entries/titles.ts', 'db/revisions/history')).toEqual([
    'db/entries/titles.ts imports db/revisions/history: revisions comes after entries in db/',
  ])
})

test('a room without a place in the order is reported, and so is a place without a room', () => {
  expect(rooms([parseSource('lib/nobody-knows/a.ts', '')])).toEqual([
    'room nobody-knows of lib has no place in the order of scripts/laws/rooms.ts',
  ])
  expect(inOrder('lib', ['env', 'gone'], [parseSource('lib/env.ts', '')])).toEqual([
    'room gone of lib has a place in the order and no file',
  ])
})
