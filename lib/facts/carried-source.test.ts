import { beforeAll, expect, test } from 'vitest'
import { factContent, openTestWiki, pageContent, publishNew, sourceContent } from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { loadFactForEditing } from './load-for-editing'

const { moderator } = await openTestWiki('moderator')
const URL = 'https://evenings.example/one'

let known: number
let other: number

beforeAll(async () => {
  const page = await publishNew(moderator, 'page', pageContent('Kit Connor'))
  known = await publishNew(moderator, 'source', sourceContent('An evening', { url: URL }))
  other = await publishNew(moderator, 'source', sourceContent('Another'))
  const citations = [citationOf(other)]
  await publishNew(moderator, 'fact', factContent('It was blue.', [page], { citations }))
})

const opened = async (carried: Parameters<typeof loadFactForEditing>[3]) => {
  const form = await loadFactForEditing(moderator, 1, 'own', carried)
  return form && { ...form, cited: form.content.citations.map(({ source }) => source) }
}

test('without a source the form is that of the fact, and tells where it is shown', async () => {
  expect(await opened({})).toMatchObject({
    brought: null,
    cited: [other],
    reach: { places: [{ label: 'Kit Connor' }], count: 1 },
  })
})

test('a link that the wiki knows is its source, with what was said of the passage', async () => {
  const found = await opened({
    where: `${URL}/`,
    quote: 'Blue, always',
    directness: 'original',
    opened: 'yes',
  })
  expect(found).toMatchObject({ brought: 'added', cited: [other, known] })
  expect(found?.names.map(({ label }) => label)).toContain('An evening')
  const passage = { quote: 'Blue, always', directness: 'original', opened: 'yes' } as const
  expect(found?.content.citations[1]).toEqual(citationOf(known, passage))
})

test('another one is a new source that comes along with the edit', async () => {
  const found = await opened({ where: 'Two evenings, https://evenings.example/two' })
  expect(found).toMatchObject({
    brought: 'added',
    cited: [other, -2],
    start: { sources: [{ url: 'https://evenings.example/two', description: 'Two evenings' }] },
  })
})

test('a source that the fact cites is not added again', async () => {
  expect(await opened({ whereSource: String(other) })).toMatchObject({ brought: 'there', cited: [other] })
})

test.each([
  { where: 'javascript:alert(1)' },
  { where: 'x'.repeat(3_000) },
  { whereSource: '999999' },
  { where: '', quote: 'Words alone' },
])('%j brings nothing, and the form opens', async (carried) => {
  expect(await opened(carried)).toMatchObject({ brought: null, cited: [other] })
})

test('of a source with a quote that is too long, the source comes', async () => {
  const found = await opened({ where: URL, quote: 'long '.repeat(200) })
  expect(found?.content.citations[1]).toMatchObject({ source: known, quote: null })
})
