import { beforeAll, describe, expect, test } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import {
  edited,
  factContent,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import { accept } from '@/lib/review/accept'
import { splitFact } from './split-fact'
import { splitSchema } from './split-schema'

const { moderator, fan } = await openTestWiki('moderator', 'fan')

const headOf = async (id: number) =>
  (
    await readRows(`select c.content from entry e join revision_content c on c.revision_id = e.head_id
      where e.id = ${id}`)
  )[0]?.content as FactContent

let page: number
let sources: number[]

const newFact = () =>
  publishNew(
    moderator,
    'fact',
    factContent('It rains and it snows.', [page], {
      citations: sources.map((source) => citationOf(source)),
      topics: ['weather'],
      saidTo: 'The Paper',
    }),
  )

const split = (entryId: number, rest: object, { by = moderator, baseNumber = 1 } = {}) =>
  splitFact(by, splitSchema.parse({ key: newKey(), entryId, baseNumber, ...rest }))

const newest = async () =>
  Number((await readRows(`select max(id)::int as id from entry where kind = 'fact'`))[0]?.id)

beforeAll(async () => {
  page = await publishNew(moderator, 'page', pageContent('Weather'))
  sources = [
    await publishNew(moderator, 'source', sourceContent('One')),
    await publishNew(moderator, 'source', sourceContent('Two')),
    await publishNew(moderator, 'source', sourceContent('Three')),
  ]
})

const halves = { first: ' It  rains. ', second: 'It snows.', citation0: 'first', citation1: 'second' }

describe('a fact that says two things', () => {
  test('keeps the first with its history; the second is a fact about the same, each with its sources', async () => {
    const fact = await newFact()
    expect(await split(fact, halves)).toMatchObject({ ok: true, outcome: 'published' })
    const other = await newest()
    const [one, two, three] = sources
    expect(await headOf(fact)).toMatchObject({
      statement: [{ text: 'It rains.' }],
      citations: [{ source: one }, { source: three }],
    })
    expect(await headOf(other)).toMatchObject({
      statement: [{ text: 'It snows.' }],
      about: [page],
      topics: ['weather'],
      saidTo: 'The Paper',
      citations: [{ source: two }, { source: three }],
    })
    const [number] = await readRows(`select number from entry where id = ${fact}`)
    const versions = await readRows(`select summary from revision where entry_id in (${fact}, ${other})
      and (entry_id = ${other} or number = 2)`)
    expect(versions).toEqual(Array(2).fill({ summary: `Fact ${number?.number} split in two` }))
  })

  test('is split by a fan as one edit that is reviewed', async () => {
    const fact = await newFact()
    const sent = await split(fact, halves, { by: fan })
    expect(sent).toMatchObject({ ok: true, outcome: 'waiting' })
    expect((await headOf(fact)).statement).toMatchObject([{ text: 'It rains and it snows.' }])
    const submissionId = 'submissionId' in sent ? sent.submissionId : 0
    await accept(moderator, { submissionId, roundNumber: 1, key: newKey() })
    expect((await headOf(fact)).statement).toMatchObject([{ text: 'It rains.' }])
    expect((await headOf(await newest())).statement).toMatchObject([{ text: 'It snows.' }])
  })

  test('that was changed meanwhile is not split, nor one that is no fact', async () => {
    const fact = await newFact()
    await publishNow(moderator, edited('fact', fact, 1, factContent('It rains.', [page])))
    expect(await split(fact, halves)).toMatchObject({ ok: false, reason: 'conflict' })
    expect(await split(page, halves)).toMatchObject({ ok: false, reason: 'not_found' })
  })

  test('an empty half, or one that is too long, is said at its field', () => {
    const asked = { key: newKey(), entryId: 1, baseNumber: 1 }
    const issues = (rest: object) =>
      splitSchema.safeParse({ ...asked, ...rest }).error?.issues.map(({ path }) => path.join('.'))
    expect(issues({ first: 'It rains.', second: '  ' })).toEqual(['second'])
    expect(issues({ first: 'x'.repeat(601), second: 'It snows.' })).toEqual(['first'])
    expect(issues(halves)).toBeUndefined()
  })

  test('two halves that say the same as before are no change of the first', async () => {
    const fact = await newFact()
    const answer = await split(fact, { first: 'It rains and it snows.', second: 'It snows.' })
    expect(answer).toMatchObject({ ok: true, outcome: 'published' })
    expect(await readRows(`select count(*)::int from revision where entry_id = ${fact}`)).toEqual([
      { count: 1 },
    ])
  })
})
