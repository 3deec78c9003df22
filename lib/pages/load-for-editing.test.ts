import { expect, test } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { insertPageKinds } from '@/db/wiki/page-kinds'
import { factContent, openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { loadPageForEditing } from './load-for-editing'

const { moderator } = await openTestWiki('moderator')
const field = { kind: 'place', position: 0, help: 'A few words.', section: 'Where it is' }
await transaction((tx) =>
  insertPageKinds(
    tx,
    [{ key: 'place', name: 'Place', plural: 'Places', position: 9, placeLabel: 'Part of' }],
    [
      { ...field, key: 'near', label: 'Near', isRequired: true, isOffered: false },
      { ...field, key: 'ghost', label: 'Ghost of its own', isOffered: false, type: 'boolean', position: 1 },
    ],
  ),
)

const words = (text: string) => [{ type: 'text' as const, text }]

async function fieldsOffered(title: string) {
  const editForm = await loadPageForEditing(moderator, title)
  return editForm?.kinds.find(({ key }) => key === 'place')
}

test('a form offers its kind’s fields as they are declared, and no field that only other pages have', async () => {
  const infobox = { near: words('Slough'), ghost: words('Yes') }
  await publishNew(moderator, 'page', pageContent('Haunted', {}, { kind: 'place', infobox }))
  await publishNew(
    moderator,
    'page',
    pageContent('Quiet', {}, { kind: 'place', infobox: { near: words('Bath') } }),
  )
  const near = {
    key: 'near',
    label: 'Near',
    type: 'line',
    unit: null,
    isRequired: true,
    help: 'A few words.',
  }
  expect(await fieldsOffered('Quiet')).toMatchObject({
    placeLabel: 'Part of',
    fields: [{ ...near, section: 'Where it is' }],
  })
  expect(await fieldsOffered('Haunted')).toMatchObject({ fields: [near, { key: 'ghost', type: 'boolean' }] })
  for (const title of ['Quiet', 'Not yet written'])
    expect(JSON.stringify(await loadPageForEditing(moderator, title))).not.toContain('Ghost')
})

test('the form of a page has the facts about it, main page first, that its writer may read', async () => {
  const [one, other] = [
    await publishNew(moderator, 'page', pageContent('One')),
    await publishNew(moderator, 'page', pageContent('Other')),
  ]
  await publishNew(moderator, 'fact', factContent('Beside.', [other, one]))
  await publishNew(moderator, 'fact', factContent('Closed.', [one], { gate: { kind: 'unknown' } }))
  const labels = async (title: string) =>
    (await loadPageForEditing(moderator, title))?.facts.map(({ label }) => label)
  expect(await labels('One')).toEqual(['Closed.', 'Beside.'])
  expect(await labels('Other')).toEqual(['Beside.'])
  expect(await labels('Not there yet')).toEqual([])
})
