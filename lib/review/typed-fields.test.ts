import { expect, test } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { insertPageKinds } from '@/db/wiki/page-kinds'
import {
  added,
  edited,
  holdBack,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  send,
} from '@/lib/changesets/testing'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { saying } from '@/lib/messages/testing'
import { accept } from './accept'
import { showCase } from './show-case'

const { fan, moderator } = await openTestWiki('fan', 'moderator')
const field = (key: string, label: string, rest: object = {}) => ({
  kind: 'place',
  key,
  label,
  position: 0,
  ...rest,
})
await transaction((tx) =>
  insertPageKinds(
    tx,
    [{ key: 'place', name: 'Place', plural: 'Places', position: 9 }],
    [
      field('what', 'What it is', { isRequired: true }),
      field('built', 'Built', { type: 'date' }),
      field('filmed', 'Filmed here', { type: 'pages' }),
    ],
  ),
)

const words = (text: string) => [{ type: 'text' as const, text }]
const linked = (text: string, page: number) => [
  { type: 'text' as const, text, marks: [{ type: 'wikiLink' as const, attrs: { page, title: null } }] },
]
const place = (title: string, infobox: PageContent['infobox'], rest: Partial<PageContent> = {}) =>
  pageContent(title, {}, { kind: 'place', infobox, ...rest })

test('a reviewer reads a field by its name, its old and new value by its type, and what does not fit', async () => {
  const film = await publishNew(moderator, 'page', pageContent('The film'))
  const before = place('Truham', {
    what: words('a school'),
    built: words('1757'),
    filmed: linked('film', film),
  })
  const id = await publishNew(moderator, 'page', before)
  const after = place('Truham', {
    what: words('a school'),
    built: words('long ago'),
    filmed: linked('film', film),
  })
  const submission = await holdBack(fan, edited('page', id, 1, after))
  const found = await showCase(moderator, submission)
  expect(found?.items[0]?.diff.fields).toMatchObject([
    {
      label: 'Infobox · Built',
      sentence: 'Infobox · Built changed',
      rows: [
        {
          before: [{ text: '1757', mark: 'removed' }],
          after: [{ text: 'long ago', mark: 'added' }],
          notes: ['This is not read as a date: it stays as it is written.'],
        },
      ],
    },
  ])
  const fresh = await holdBack(
    fan,
    added('page', place('Higgs', { what: words('x'), filmed: linked('it', film) })),
  )
  const [item] = (await showCase(moderator, fresh))?.items ?? []
  expect(item?.diff.fields.find(({ field }) => field === 'infobox.filmed')).toMatchObject({
    rows: [{ notes: expect.arrayContaining(['read as the page The film']) }],
    pages: [{ label: 'The film', path: '/wiki/The_film' }],
  })
  expect(await accept(moderator, { submissionId: submission, roundNumber: 1, key: newKey() })).toMatchObject({
    outcome: 'published',
  })
})

test('a conflict in a field carries its name', async () => {
  const id = await publishNew(
    moderator,
    'page',
    place('House', { what: words('a house'), built: words('1757') }),
  )
  const submission = await holdBack(
    fan,
    edited('page', id, 1, place('House', { what: words('a house'), built: words('1758') })),
  )
  await send(
    moderator,
    edited('page', id, 1, place('House', { what: words('a house'), built: words('1759') })),
  )
  const found = await showCase(moderator, submission)
  expect(found?.conflicts).toMatchObject([
    { conflicts: [{ field: 'infobox.built' }], infobox: { built: 'Built', what: 'What it is' } },
  ])
})

test('a required field is asked for in a new page, in one of another kind, and when an edit empties it', async () => {
  const asked = {
    ok: false,
    reason: 'invalid',
    fields: { 'infobox.what': saying(expect.stringContaining('What it is')) },
  }
  expect(await send(fan, added('page', place('Empty', {})))).toMatchObject(asked)
  const id = await publishNew(moderator, 'page', pageContent('Was a topic'))
  expect(await send(fan, edited('page', id, 1, place('Was a topic', {})))).toMatchObject(asked)
  const full = await publishNew(moderator, 'page', place('Full', { what: words('a house') }))
  expect(await send(fan, edited('page', full, 1, place('Full', { built: words('1757') })))).toMatchObject(
    asked,
  )
})

test('a page that stood without a field that is required since may stay so', async () => {
  const id = await publishNew(
    moderator,
    'page',
    place('Bridge', { what: words('a bridge'), built: words('1757') }),
  )
  await readRows(`update infobox_field set is_required = true where kind = 'place' and key = 'filmed'`)
  const next = place('Bridge', { what: words('a bridge'), built: words('1758') })
  expect(await send(moderator, edited('page', id, 1, next))).toMatchObject({ outcome: 'published' })
})
