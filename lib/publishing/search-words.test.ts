import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import { factContent, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { searchFor } from '@/lib/search/loaders'
import { doJobs } from '@/lib/worker/testing'
import { queueSearchWords } from './search-words'

const { moderator } = await openTestWiki('moderator')

let german: number
let english: number

beforeAll(async () => {
  german = await publishNew(
    moderator,
    'page',
    pageContent('Hausregeln', { a: 'Sie liest in fremden Häusern.' }, { language: 'de-AT' }),
  )
  english = await publishNew(
    moderator,
    'page',
    pageContent('House rules', { a: 'Houses of strangers, and no cats.' }),
  )
  await publishNew(moderator, 'fact', factContent('Strangers read in houses.', [english]))
})

const found = async (query: string) => (await searchFor({ q: query })).hits.map(({ label }) => label)
const configurations = () =>
  readRows(`select entry_id::int as id, configuration from search_row where kind = 'page' order by 1`)

describe('search goes by the words of the language that an entry is written in:', () => {
  test('each is found by other forms of its words, whatever else the wiki has', async () => {
    expect(await found('haus')).toEqual(['Hausregeln'])
    expect(await found('house')).toEqual(expect.arrayContaining(['House rules', 'Strangers read in houses.']))
    expect(await found('fremd')).toEqual(['Hausregeln'])
  })

  test('a phrase, and what there shall not be, are looked for by the rules of each entry', async () => {
    expect(await found('"houses of strangers"')).toEqual(['House rules'])
    expect(await found('house -cat')).toEqual(['Strangers read in houses.'])
  })
})

describe('what an earlier release wrote', () => {
  const asBefore = () =>
    changeRows(`update search_row set configuration = 'english',
      vector = setweight(to_tsvector('english', label), 'A') || to_tsvector('english', text)`)
  beforeEach(async () => {
    await asBefore()
    await changeRows('delete from derivation')
  })

  test('is found as it was until a job takes its words out anew, and that is done once', async () => {
    expect(await found('Häusern')).toEqual(['Hausregeln'])
    expect(await found('fremd')).toEqual([])
    await queueSearchWords()
    await doJobs()
    expect(await found('fremd')).toEqual(['Hausregeln'])
    expect(await configurations()).toMatchObject([
      { id: german, configuration: 'german' },
      { id: english, configuration: 'english' },
    ])
    await asBefore()
    await queueSearchWords()
    await doJobs()
    expect(await found('fremd')).toEqual([])
  })
})
