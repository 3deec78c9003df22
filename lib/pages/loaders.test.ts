import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { edited, openTestWiki, pageContent, publishNew, publishNow } from '@/lib/changesets/testing'
import { loadAtTitle } from './loaders'

const { moderator } = await openTestWiki('moderator')

async function reading(address: string) {
  const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
  const at = await recordResponse(record, () => loadAtTitle(address))
  return { at, record }
}

describe('a title', () => {
  let joe: number

  beforeAll(async () => {
    joe = await publishNew(moderator, 'page', pageContent('Joe Locke', { p: 'Actor.' }))
  })

  test('leads to its page, and the answer rests on the title and on the page', async () => {
    const { at, record } = await reading('Joe_Locke')
    expect(at).toMatchObject({ state: 'found', page: { id: joe, title: 'Joe Locke' } })
    expect(record.status).toBeUndefined()
    for (const tag of [tags.title('joe locke'), tags.entry(joe), tags.factsAbout(joe), tags.settings])
      expect(record.tags).toContain(tag)
  })

  test.each([
    ['joe_locke', 'another case'],
    ['Joe%20Locke', 'a space for the underscore'],
    ['Joe__Locke', 'too many underscores'],
  ])('%s (%s) leads on to the title as it is written', async (address) => {
    expect((await reading(address)).at).toEqual({ state: 'moved', to: '/wiki/Joe_Locke' })
  })

  test('composed and decomposed letters are one title, written composed', async () => {
    await publishNew(moderator, 'page', pageContent('Les Misérables'))
    expect((await reading(encodeURIComponent('Les_Mise\u0301rables'))).at).toEqual({
      state: 'moved',
      to: '/wiki/Les_Mis%C3%A9rables',
    })
    expect((await reading('Les_Mis%C3%A9rables')).at.state).toBe('found')
  })

  test('may hold slashes and percent signs', async () => {
    await publishNew(moderator, 'page', pageContent('AC/DC 100% live'))
    expect((await reading('AC/DC_100%25_live')).at.state).toBe('found')
  })

  test('a name that a page had before leads to the one it has now', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Nick'))
    await publishNow(moderator, edited('page', id, 1, pageContent('Nick Nelson')))
    expect((await reading('Nick')).at).toEqual({ state: 'moved', to: '/wiki/Nick_Nelson' })
  })

  test('nobody has written about is a 404 that names what was perhaps meant', async () => {
    const { at, record } = await reading('Joe_Lock')
    expect(at).toEqual({
      state: 'missing',
      title: 'Joe Lock',
      near: [{ label: 'Joe Locke', path: '/wiki/Joe_Locke' }],
    })
    expect(record.status).toBe(404)
    expect(record.tags).toContain(tags.title('joe lock'))
  })

  test.each(['A%00B', '%E2%80%AEabc', 'a//b'])('%s can be the title of no page', async (address) => {
    const { at, record } = await reading(address)
    expect(at).toMatchObject({ state: 'missing', title: null })
    expect(record.status).toBe(404)
  })

  test('of a deleted page says when and why it is gone, and shows nothing of it', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Gossip', { p: 'Untrue.' }))
    await changeRows(
      `update entry set deleted_at = '2026-11-20T10:00:00Z', deletion_reason = 'no source',
        deleted_by_id = ${moderator.id} where id = ${id}`,
    )
    const { at, record } = await reading('Gossip')
    expect(at).toEqual({
      state: 'deleted',
      title: 'Gossip',
      deletion: {
        id,
        name: 'Gossip',
        isTitled: true,
        at: new Date('2026-11-20T10:00:00Z'),
        by: { label: moderator.name, path: `/accounts/${moderator.id}` },
        mergedInto: null,
        reason: 'no source',
        acts: [],
      },
    })
    expect(record.status).toBe(410)
  })

  test('of a page whose text is withheld is missing like any other', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Secret', { p: 'Canary.' }))
    await changeRows(
      `insert into withholding (entry_id, from_number, to_number, part, strength, reason, by_id)
       values (${id}, 1, 1, 'text', 'hidden', 'private', ${moderator.id})`,
    )
    const { at, record } = await reading('Secret')
    expect(at.state).toBe('missing')
    expect(record.status).toBe(404)
  })
})
