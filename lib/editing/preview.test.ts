import { describe, expect, test } from 'vitest'
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
import type { ContentKind } from '@/lib/kinds/registry'
import { saying } from '@/lib/messages/testing'
import type { AccountActor } from '@/lib/policy/actor'
import { preview } from './preview'

const { fan, moderator } = await openTestWiki('fan', 'moderator')

const look = (
  actor: AccountActor,
  kind: ContentKind,
  entryId: number | null,
  content: object,
  more: { baseNumber?: number; sources?: object[] } = {},
) =>
  preview(actor, {
    kind,
    key: newKey(),
    summary: '',
    isMinor: false,
    entryId,
    baseNumber: entryId === null ? null : (more.baseNumber ?? 1),
    content,
    sources: more.sources ?? [],
  })

const rowsWritten = async () =>
  readRows(
    `select (select count(*) from revision) + (select count(*) from submission) + (select count(*) from entry)
       + (select count(*) from answer) as count`,
  )

describe('a save that is looked at', () => {
  test('shows what would change on top of what others published meanwhile, and writes nothing', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Rain', { a: 'It rains.', b: 'It stops.' }))
    await publishNow(moderator, edited('page', id, 1, pageContent('Rain', { a: 'It rains.', b: 'It ends.' })))
    const before = await rowsWritten()
    const seen = await look(fan, 'page', id, pageContent('Rain', { a: 'It pours.', b: 'It stops.' }))
    expect(seen).toMatchObject({
      ok: true,
      preview: {
        goesLive: false,
        items: [{ comparedWith: 2, diff: { fields: [{ sentence: 'Text: 1 passage changed' }] } }],
        look: { kind: 'page', shown: { title: 'Rain' } },
      },
    })
    expect(JSON.stringify(seen)).toContain('It ends.')
    expect(await rowsWritten()).toEqual(before)
  })

  test('says to whom it would go: at once for those who may publish, to review for a fan', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Snow', { a: 'It snows.' }))
    const content = pageContent('Snow', { a: 'It melts.' })
    expect(await look(moderator, 'page', id, content)).toMatchObject({ preview: { goesLive: true } })
    expect(await look(fan, 'page', id, content)).toMatchObject({ preview: { goesLive: false } })
  })

  test('refuses what a save would refuse, at the same fields', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Hail', { a: 'It hails.' }))
    const content = pageContent('Hail', { a: 'It hails.' })
    expect(await look(fan, 'page', id, content)).toMatchObject({ ok: false, reason: 'no_change' })
    expect(await look(fan, 'page', id, { ...content, title: 'Rain' })).toMatchObject({
      ok: false,
      fields: { title: saying(expect.stringContaining('Rain')) },
    })
    expect(await look(fan, 'page', id, { ...content, title: '' })).toMatchObject({
      fields: { title: saying(expect.any(String)) },
    })
    expect(
      await look({ ...fan, isBlocked: true }, 'page', id, pageContent('Hail', { a: 'x' })),
    ).toMatchObject({ ok: false })
    expect(await look(fan, 'page', 987_654, content)).toMatchObject({ ok: false, reason: 'not_found' })
  })

  test('tells a conflict with every text', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Fog', { a: 'Thick.' }))
    await publishNow(moderator, edited('page', id, 1, pageContent('Fog', { a: 'Thin.' })))
    expect(await look(fan, 'page', id, pageContent('Fog', { a: 'Grey.' }))).toMatchObject({
      reason: 'conflict',
      conflicts: [{ conflicts: [{ field: 'body', blockId: 'a' }] }],
      names: expect.any(Array),
    })
  })

  test('a fact has the standing that its sources would give it, the new one with it, and says where it is shown', async () => {
    const pageId = await publishNew(moderator, 'page', pageContent('Sun'))
    const source = await publishNew(moderator, 'source', sourceContent('Almanac'))
    const id = await publishNew(moderator, 'fact', factContent('It shines.', [pageId]))
    const content = factContent('It shines.', [pageId], {
      citations: [citationOf(source), citationOf(-2, { directness: 'original', opened: 'yes' })],
    })
    const seen = await look(fan, 'fact', id, content, { sources: [sourceContent('Its own light')] })
    expect(seen).toMatchObject({
      ok: true,
      preview: {
        items: [
          { places: [{ label: 'Sun' }], morePlaces: 0 },
          { isNew: true, eyebrow: 'A new source' },
        ],
        look: { kind: 'fact', shown: { card: { standing: 'first_hand', sourceCount: 2 } } },
      },
    })
  })
})
