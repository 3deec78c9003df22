import { beforeAll, expect, test } from 'vitest'
import { duringVisit, visitOf } from '@/lib/cache/reader'
import {
  added,
  factContent,
  holdBack,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { readScopeOf } from '@/lib/policy/policy'
import { parseTokens } from '@/lib/progress/progress'
import { accept } from '@/lib/review/accept'
import { showCase } from '@/lib/review/show-case'
import { similarFactsFor, similarToAll, similarToCase, similarToReader } from './similar-facts'

await openTestWiki()
const owner = await makeAccount('owner')
const CLOSED = 'Nick tells his mother about Charlie.'

let kit: number

beforeAll(async () => {
  kit = await publishNew(owner, 'page', pageContent('Kit Connor'))
  const article = await publishNew(owner, 'source', sourceContent('An evening', { publisher: 'Evenings' }))
  const gate = { kind: 'unknown' } as const
  const says = (statement: string, rest = {}) =>
    publishNew(owner, 'fact', factContent(statement, [kit], rest))
  await says('The filming of the kiss took two whole days.', { speaker: kit, saidTo: 'Evenings' })
  await says(CLOSED, { gate })
  await says('Two days after the filming Kit Connor was ill.')
  await says('撮影は二日かかった。')
  await says('A dog called Nellie plays the dog in every season of the series.')
  await says('The dog that plays Nellie is called Echo in every season.', {
    citations: [citationOf(article, { stance: 'supersedes', quote: 'Echo has retired' })],
  })
  await says('On the old wall Joe drew a red lantern at night.')
  await says('Joe drew the red lantern, and Ann a green umbrella.', {
    citations: [citationOf(article, { stance: 'contradicts' })],
  })
})

const similarTo = async (statement: string | null) =>
  (await similarToReader(statement)).map(({ number }) => number)

test.each([
  ['Filming of the kiss took two days', [1]],
  ['“The kiss took whole days” or -not: the FILMING!', [1]],
  ['whole days, the kisses took; two, to film', [1]],
  ['The filmng of the kis took two whole dayz', [1]],
  ['撮影は二日かかる', [4]],
  ['They met at school in the first episode.', []],
  ['Filming began early, says somebody else entirely.', []],
  ['Kit Connor was late.', []],
])('%s: %j', async (statement, found) => {
  expect(await similarTo(statement)).toEqual(found)
})

test('it is told who said it, how sure it is, and of what is out of date first, and why', async () => {
  expect(await similarToReader('The filming of the kiss took two days')).toMatchObject([
    {
      number: 1,
      statement: 'The filming of the kiss took two whole days.',
      who: 'Kit Connor, to Evenings',
      badge: { look: 'unsure', word: 'No source yet' },
      against: null,
    },
  ])
  const [first, second] = await similarToReader('A dog called Nellie plays the dog in every season.')
  expect(first).toMatchObject({
    number: 6,
    badge: { look: 'warn', word: 'Out of date' },
    against: { why: 'Something newer replaced it.', voices: ['Evenings: “Echo has retired”'] },
  })
  expect(second).toMatchObject({ number: 5, against: null })
  const near = await similarTo('Joe drew the red lantern on the old wall at night.')
  expect(near).toEqual([7, 8])
})

test('what is closed to the public is not told, unless the asker has seen that far', async () => {
  expect(await similarTo(CLOSED)).toEqual([])
  const asked = (ask: typeof similarToAll) => duringVisit(visitOf(parseTokens(['all'])), () => ask(CLOSED))
  expect(await asked(similarToAll)).toEqual([])
  expect(await asked(similarToReader)).toMatchObject([{ number: 2 }])
  expect(await similarFactsFor(readScopeOf(owner), CLOSED)).toMatchObject([{ number: 2 }])
})

test('who decides about a new fact is told, as long as it waits, whatever is closed to others', async () => {
  const fan = await makeAccount('fan')
  const waiting = await holdBack(fan, added('fact', factContent(`${CLOSED} And so on.`, [kit])))
  const similar = async () => {
    const found = await showCase(owner, waiting)
    return found && similarToCase(owner, found)
  }
  expect(await similar()).toMatchObject([{ number: 2 }])
  await accept(owner, { submissionId: waiting, roundNumber: 1, key: newKey() }, { network: null })
  expect(await similar()).toEqual([])
})

test.each([null, '', '  ', '"', "'); --", 'a\0b', '\ud800', '😀', "o'b\\rien", 'word '.repeat(5_000)])(
  '%j: nothing, and no error',
  async (statement) => {
    expect(await similarTo(statement)).toEqual([])
  },
)
