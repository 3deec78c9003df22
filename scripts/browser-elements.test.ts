import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { elementsInMemory } from './browser-elements'

/** In kB of gzip: what every page loads at once. */
const MOST_AT_ONCE = 3
/** In kB of gzip: all there is, for whoever is signed in and opens everything. */
const MOST_IN_ALL = 28.2

const weight = (text: string) => gzipSync(text).length / 1_000

it('what a page loads at once is one small file; the rest is fetched where it is needed', async () => {
  const files = await elementsInMemory('en')
  const entry = files.get('entry.js') ?? ''
  expect(entry).toContain('loreleaf-corner')
  expect(entry.match(/(?:^|;)import[\s{"]|from"/)).toBeNull()
  expect(weight(entry)).toBeLessThanOrEqual(MOST_AT_ONCE)
  const all = [...files.values()]
  expect(all.length).toBeGreaterThan(2)
  expect(all.reduce((sum, text) => sum + weight(text), 0)).toBeLessThanOrEqual(MOST_IN_ALL)
})

it('each language has its own texts in its files, and no other’s', async () => {
  const [english, pseudo] = await Promise.all([elementsInMemory('en'), elementsInMemory('qps-plocm')])
  expect([...english.values()].join()).toContain('Close it again')
  expect([...english.values()].join()).not.toContain('disguised')
  const code = [...pseudo.values()].join('\n').replace(/^\/\/.*$/gm, '')
  // It is made of the English texts when it is loaded, by their letters.
  expect(code).toContain('àƀçđéƒ')
})
