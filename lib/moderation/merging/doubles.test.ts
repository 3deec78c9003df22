import { expect, test } from 'vitest'
import { reads } from '@/db/postgres/client'
import { findDoubles } from '@/db/sources/source-keys'
import { newKey, openTestWiki, publishNew, sourceContent } from '@/lib/changesets/testing'
import { doJobs } from '@/lib/worker/testing'
import { mergeEntry } from './merge-entry'

const { moderator } = await openTestWiki('moderator')

test('sources that share an address, a DOI or an ISBN are suggested as one, until they are', async () => {
  const make = (title: string, rest: object) => publishNew(moderator, 'source', sourceContent(title, rest))
  const one = await make('One', { url: 'https://www.double.example/a/?utm_source=x' })
  const two = await make('Two', { url: 'http://double.example/a', isbn: '9780306406157' })
  const three = await make('Three', { isbn: '9780306406157' })
  const pairs = async () => (await findDoubles(reads(), null, 2_000)).doubles.filter(({ id }) => id >= one)
  expect(await pairs()).toEqual([
    { id: three, olderId: two },
    { id: two, olderId: one },
  ])
  expect(await findDoubles(reads(), two, 1)).toMatchObject({ next: null })
  const merge = { entryId: three, into: '', intoSource: two, reason: 'One book', key: newKey() }
  expect(await mergeEntry(moderator, merge)).toMatchObject({ ok: true })
  await doJobs()
  expect(await pairs()).toEqual([{ id: two, olderId: one }])
})
