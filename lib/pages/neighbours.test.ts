import { expect, test } from 'vitest'
import { openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { addTypedKinds } from '@/lib/publishing/testing-fields'
import { loadNeighbours } from './neighbours'

const { owner } = await openTestWiki('owner')
await addTypedKinds()

test('a place stands between the one before and the one after, also where what it is part of ends', async () => {
  const part = async (title: string, work: number, number: number) => {
    const content = pageContent(title, {}, { kind: 'episode', ordinal: { work, number } })
    return { id: await publishNew(owner, 'page', content), content }
  }
  const series = await publishNew(owner, 'page', pageContent('Series'))
  const second = await publishNew(
    owner,
    'page',
    pageContent('Second season', {}, { ordinal: { work: series, number: 2 } }),
  )
  const first = await publishNew(
    owner,
    'page',
    pageContent('First season', {}, { ordinal: { work: series, number: 1 } }),
  )
  const finale = await part('Finale', first, 7)
  const pilot = await part('Pilot', first, 1)
  const comeback = await part('Comeback', second, 1)
  const around = async ({ id, content }: typeof pilot) => {
    const found = await loadNeighbours(id, content)
    return found && [found.before?.label ?? null, found.after?.label ?? null]
  }
  expect(await around(pilot)).toEqual([null, 'Finale'])
  expect(await around(finale)).toEqual(['Pilot', 'Comeback'])
  expect(await around(comeback)).toEqual(['Finale', null])
  const lone = await part('Special', series, 9)
  expect(await around(lone)).toBeNull()
  expect(await loadNeighbours(series, pageContent('Series'))).toBeNull()
})
