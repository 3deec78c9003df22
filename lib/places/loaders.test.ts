import { beforeAll, expect, test } from 'vitest'
import { PLACES_FROM } from '@/db/cache/schema'
import { primary } from '@/db/postgres/client'
import { changeRows } from '@/db/postgres/testing'
import { tags } from '@/lib/cache/tags'
import {
  edited,
  factContent,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  seasonContent,
} from '@/lib/changesets/testing'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { changeSetting } from '@/lib/wiki/change-setting'
import { readPlaces } from './loaders'

const { owner } = await openTestWiki('owner')
const noNetwork = { network: null }

let work: number
let second: number

beforeAll(async () => {
  work = await publishNew(owner, 'page', pageContent('The work'))
  await publishNew(owner, 'page', seasonContent('Season one', work, 1, '1 January 2020'))
  second = await publishNew(owner, 'page', seasonContent('Season two', work, 2, '1 January 2999'))
})

test('the places are read once, as long as what is published is no place', async () => {
  const before = await readPlaces(primary())
  expect(before.map(({ label }) => label)).toEqual(['Season one', 'Season two'])
  await publishNew(owner, 'page', pageContent('Somebody'))
  await publishNew(
    owner,
    'fact',
    factContent('She is there.', [work], { gate: { kind: 'place', page: second } }),
  )
  expect(await readPlaces(primary())).toBe(before)
})

test('what changes them is seen at once: a new one, another day, a setting, a deletion, another kind', async () => {
  const labels = async () => (await readPlaces(primary())).map(({ label }) => label)
  const third = await publishNew(owner, 'page', seasonContent('Season three', work, 3, '1 January 2999'))
  expect(await labels()).toEqual(['Season one', 'Season two', 'Season three'])

  await publishNow(owner, edited('page', second, 1, seasonContent('Season II', work, 2, '2 February 2020')))
  const opening = async () => (await readPlaces(primary())).map(({ opensAt }) => opensAt?.getUTCFullYear())
  expect(await labels()).toEqual(['Season one', 'Season II', 'Season three'])
  expect(await opening()).toEqual([2020, 2020, 2999])

  await changeSetting(
    owner,
    { setting: 'spoilers_open_after_days', value: null, reason: 'A test' },
    noNetwork,
  )
  expect(await opening()).toEqual([undefined, undefined, undefined])

  await deleteEntry(owner, { entryId: third, reason: 'A test' }, noNetwork)
  expect(await labels()).toEqual(['Season one', 'Season II'])

  await changeRows(`update page_kind set name = 'Series' where key = 'season'`)
  expect((await readPlaces(primary())).map(({ kindName }) => kindName)).toEqual(['Series', 'Series'])
})

test('the events that tell of a change are those of the index', () => {
  expect(PLACES_FROM).toEqual([tags.places, tags.settings, tags.fieldValues])
})
