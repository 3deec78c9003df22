import { parse } from '@retorquere/bibtex-parser'
import { beforeAll, expect, test } from 'vitest'
import {
  factContent,
  openTestWiki,
  pageContent,
  publishNew,
  seasonContent,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { type AskedList, loadCitedList } from '@/lib/sources/cited-list'
import { listCalled } from './citation'

const { owner } = await openTestWiki('owner')

const list = async (name: string, asked: AskedList = {}) =>
  (await listCalled(name, asked, 'The Wiki', 'https://wiki.example'))?.body

const titles = async (asked: AskedList = {}) =>
  JSON.parse((await list('sources.json', asked)) ?? 'null')?.map(({ title }: { title: string }) => title)

beforeAll(async () => {
  const page = await publishNew(owner, 'page', pageContent('Joe Locke'))
  const season = await publishNew(owner, 'page', seasonContent('Season three', page, 3))
  const make = (title: string, publisher: string | null = null) =>
    publishNew(owner, 'source', sourceContent(title, { publisher, issued: '2022-04' }))
  const one = await make('One', 'The Paper')
  const two = await make('Two', 'the paper')
  const three = await make('Three')
  await make('Four')
  const cited = { type: 'citation' as const, attrs: citationOf(one) }
  const text = { type: 'paragraph' as const, attrs: { id: 'p' }, content: [cited] }
  await publishNew(owner, 'page', pageContent('Nick', {}, { body: { type: 'doc', content: [text] } }))
  const nick = await publishNew(owner, 'page', pageContent('Kit'))
  await publishNew(owner, 'fact', factContent('Open.', [page, nick], { citations: [citationOf(two)] }))
  const gate = { kind: 'place' as const, page: season }
  await publishNew(owner, 'fact', factContent('Closed.', [page], { gate, citations: [citationOf(three)] }))
})

test('all sources, those of an outlet however it is spelled, and those of a page and its open facts', async () => {
  expect(await titles()).toEqual(['Four', 'Three', 'Two', 'One'])
  expect(await titles({ outlet: 'The Paper' })).toEqual(['Two', 'One'])
  expect(await titles({ page: 'Nick' })).toEqual(['One'])
  expect(await titles({ page: 'Joe_Locke' })).toEqual(['Two'])
  expect(await titles({ page: 'joe locke' })).toEqual(['Two'])
  expect(await titles({ after: '3' })).toEqual(['Two', 'One'])
})

test('each is an entry of the file in every format', async () => {
  const { entries, errors } = parse((await list('sources.bib')) ?? '')
  expect(errors).toEqual([])
  expect(entries.map(({ key }) => key)).toEqual(['source-4', 'source-3', 'source-2', 'source-1'])
  expect((await list('sources.ris'))?.match(/^ER {2}- /gm)).toHaveLength(4)
  expect(await list('sources.doc')).toBeUndefined()
  expect(await list('sources')).toBeUndefined()
  expect(await list('sources.bib', { page: 'Nobody' })).toBeUndefined()
})

test('a list ends where it has no more', async () => {
  expect((await loadCitedList({}))?.next).toBeNull()
})
