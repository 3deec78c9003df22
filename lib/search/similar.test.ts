import { beforeAll, expect, test } from 'vitest'
import { duringVisit, visitOf } from '@/lib/cache/reader'
import { factContent, makeAccount, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { parseTokens } from '@/lib/progress/progress'
import { similarOpenFacts } from './similar'

await openTestWiki()

beforeAll(async () => {
  const owner = await makeAccount('owner')
  const kit = await publishNew(owner, 'page', pageContent('Kit Connor'))
  const gate = { kind: 'unknown' } as const
  await publishNew(owner, 'fact', factContent('The filming of the kiss took two whole days.', [kit]))
  await publishNew(owner, 'fact', factContent('Nick tells his mother about Charlie.', [kit], { gate }))
  await publishNew(owner, 'fact', factContent('Two days after the filming Kit Connor was ill.', [kit]))
  await publishNew(owner, 'fact', factContent('撮影は二日かかった。', [kit]))
})

const similarTo = async (statement: string | null) =>
  (await similarOpenFacts(statement)).map(({ detail }) => detail)

test.each([
  ['Filming of the kiss took two days', ['Fact 1']],
  ['“The kiss took whole days” or -not: the FILMING!', ['Fact 1']],
  ['撮影は二日かかる', ['Fact 4']],
  ['They met at school in the first episode.', []],
  ['Filming began early, says somebody else entirely.', []],
])('%s: %j', async (statement, found) => {
  expect(await similarTo(statement)).toEqual(found)
})

test('what is closed to the public is not told, not even to a writer who has seen everything', async () => {
  const closed = 'Nick tells his mother about Charlie.'
  expect(await duringVisit(visitOf(parseTokens(['all'])), () => similarTo(closed))).toEqual([])
})

test.each([null, '', '  ', '"', "'); --", 'a\0b', '\ud800', '😀', 'word '.repeat(5_000)])(
  '%j: nothing, and no error',
  async (statement) => {
    expect(await similarTo(statement)).toEqual([])
  },
)
