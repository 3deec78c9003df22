import { expect, test } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { insertPageKinds } from '@/db/wiki/page-kinds'
import { edited, openTestWiki, pageContent, publishNew, publishNow } from '@/lib/changesets/testing'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { loadFieldsOverview } from './fields'

const { moderator } = await openTestWiki('moderator')
const built = {
  kind: 'place',
  key: 'built',
  label: 'Built',
  position: 0,
  type: 'date' as const,
  reverseLabel: null,
}
await transaction((tx) =>
  insertPageKinds(tx, [{ key: 'place', name: 'Place', plural: 'Places', position: 9 }], [built]),
)

const place = (title: string, words: string) =>
  pageContent(title, {}, { kind: 'place', infobox: { built: [{ type: 'text', text: words }] } })
const publishPlace = (title: string, words: string) => publishNew(moderator, 'page', place(title, words))
const unfit = async () =>
  (await loadFieldsOverview(undefined)).unfit.map(({ page, words }) => [page.label, words])

test('the fields of each kind are listed, and the values that do not fit theirs with their pages', async () => {
  await publishPlace('Truham', '1757')
  const house = await publishPlace('House', 'long ago')
  expect(await loadFieldsOverview(undefined)).toMatchObject({
    kinds: expect.arrayContaining([
      { key: 'place', plural: 'Places', fields: [expect.objectContaining(built)] },
    ]),
    unfit: [
      {
        page: { label: 'House', path: '/wiki/House' },
        ...{ editPath: '/edit/House', label: 'Built', type: 'date', words: 'long ago' },
      },
    ],
    ...{ next: null, isFirst: true },
  })
  await publishNow(moderator, edited('page', house, 1, place('House', 'about 1900')))
  expect(await unfit()).toEqual([])
})

test('a long list is cut and goes on where it ended; what was deleted is not in it', async () => {
  for (let at = 1; at <= 51; at++) await publishPlace(`Ruin ${at}`, `age ${'x'.repeat(300)}`)
  const first = await loadFieldsOverview(undefined)
  expect(first.unfit).toHaveLength(50)
  expect(first.unfit[0]?.words.length).toBeLessThan(210)
  const rest = await loadFieldsOverview(first.next)
  expect(rest).toMatchObject({ unfit: [{ page: { label: 'Ruin 51' } }], next: null, isFirst: false })
  const [ruin] = first.unfit
  const [row] = await readRows(`select id from entry where label = '${ruin?.page.label}'`)
  await deleteEntry(moderator, { entryId: Number(row?.id), reason: 'A hoax' }, { network: null })
  expect((await loadFieldsOverview(undefined)).unfit.map(({ page }) => page.label)).not.toContain(
    ruin?.page.label,
  )
  for (const odd of ['x', '0.a', "1.place'.b", '9'.repeat(30)])
    expect(await loadFieldsOverview(odd)).toMatchObject({ isFirst: true })
})
