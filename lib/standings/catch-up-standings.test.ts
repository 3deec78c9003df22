import { beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import {
  edited,
  factContent,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { catchUpStandings } from './catch-up-standings'
import { refreshStandings } from './refresh-standings'

const { moderator } = await openTestWiki('moderator')

/** Facts that are said to be disputed, though nothing disputes them: whoever weighs them anew puts that right. */
const disturb = () => changeRows(`update fact_standing set standing = 'disputed'`)

const standings = async () =>
  (await readRows('select standing from fact_standing order by entry_id')).map((row) => row.standing)

const lastTags = async () =>
  (await readRows('select tags from cache_event order by id desc limit 1'))[0]?.tags

describe('a source that many facts rest on', () => {
  let source: number
  const facts: number[] = []

  beforeAll(async () => {
    const page = await publishNew(moderator, 'page', pageContent('Joe Locke'))
    source = await publishNew(moderator, 'source', sourceContent('An interview'))
    const citations = [citationOf(source)]
    for (let number = 1; number <= 5; number++)
      facts.push(await publishNew(moderator, 'fact', factContent(`Number ${number}`, [page], { citations })))
  })

  test('has the first of them weighed at once, and the others soon, each told of when it is', async () => {
    await disturb()
    const changedTags = await transaction((tx) =>
      refreshStandings(tx, { factIds: [], sourceIds: [source] }, 1_000, 2),
    )
    expect(changedTags).toEqual(['standings', ...facts.slice(0, 2).map((id) => `entry:${id}`)])
    expect(await standings()).toEqual(['reported', 'reported', 'disputed', 'disputed', 'disputed'])

    await catchUpStandings()
    expect(await standings()).toEqual(Array(5).fill('reported'))
    expect(await lastTags()).toEqual([...facts.slice(2).map((id) => `entry:${id}`), 'standings'])
    expect(await readRows('select * from standing_due')).toEqual([])
  })

  test('waits for nobody where a fact about private life rests on it', async () => {
    await disturb()
    await changeRows(`update fact_facet set is_private_life = true where entry_id = ${facts[4]}`)
    await transaction((tx) => refreshStandings(tx, { factIds: [], sourceIds: [source] }, 1_001, 1))
    expect(await standings()).toEqual(['reported', 'disputed', 'disputed', 'disputed', 'reported'])
    await changeRows(`update fact_facet set is_private_life = false where entry_id = ${facts[4]}`)
    await catchUpStandings()
  })

  test('is edited without weighing any of them, unless it is stated to repeat something else', async () => {
    await disturb()
    const edit = (number: number, rest: object) =>
      publishNow(moderator, edited('source', source, number, sourceContent('An interview', rest)))
    await edit(1, { note: 'Looked at again' })
    expect(await standings()).toEqual(Array(5).fill('disputed'))
    await edit(2, { note: 'Looked at again', derivedFrom: { kind: 'none' } })
    expect(await standings()).toEqual(Array(5).fill('reported'))
  })
})
