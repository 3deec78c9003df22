import { describe, expect, test } from 'vitest'
import { primary } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { openTestWiki, pageContent, publishNew } from '@/lib/changesets/testing'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { loadLog } from '@/lib/public-log/loaders'
import { frontBlocks } from '@/lib/settings/front-blocks'
import { readSettings } from '@/lib/settings/settings'
import { changeSetting } from './change-setting'
import { changeSettingSchema } from './setting-schema'
import { loadSite } from './site'

const { owner, moderator } = await openTestWiki('owner', 'moderator')
const reason = 'We talked about it'

const change = (given: object, by = owner) =>
  changeSetting(by, changeSettingSchema.parse({ reason, ...given }))
const now = () => readSettings(primary())

describe('a setting', () => {
  test('has its default until an owner changes it, and the public log then says which, who and why', async () => {
    expect(await now()).toMatchObject({
      spoilers_open_after_days: 30,
      front_blocks: frontBlocks,
      featured_page: null,
    })
    expect(await change({ setting: 'name', value: 'Canary Wiki' })).toMatchObject({
      ok: true,
      setting: 'name',
    })
    expect(await loadSite()).toMatchObject({ name: 'Canary Wiki' })
    const [line] = (await loadLog({ act: 'setting.change' })).lines
    expect(line).toMatchObject({ setting: 'Name', reason, target: null, actor: { label: owner.name } })
    const [told] = await readRows('select tags from cache_event order by id desc limit 1')
    expect(told?.tags).toEqual(expect.arrayContaining([tags.settings, tags.log]))
    expect(await change({ setting: 'name', value: 'Canary Wiki' })).toMatchObject({ reason: 'no_change' })
  })

  test('makes anew every page that reads any of them', async () => {
    const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
    await recordResponse(record, loadSite)
    expect([...record.tags]).toEqual([tags.settings])
  })

  test('is changed by nobody else', async () => {
    const given = { setting: 'sentence', value: 'Mine.' }
    expect(await change(given, moderator)).toMatchObject({ ok: false, reason: 'not_allowed' })
  })

  test('is what the form of it says: days, nothing for never, an empty name for none of its own', async () => {
    await change({ setting: 'spoilers_open_after_days', value: '14' })
    expect((await now()).spoilers_open_after_days).toBe(14)
    await change({ setting: 'spoilers_open_after_days', value: '' })
    expect((await now()).spoilers_open_after_days).toBeNull()
    await change({ setting: 'name', value: ' ' })
    expect((await now()).name).toBe('Loreleaf')
    await change({ setting: 'front_blocks', 'value.0': 'figures', 'value.1': '', 'value.2': 'welcome' })
    expect((await now()).front_blocks).toEqual(['figures', 'welcome'])
  })

  test('names a page by its title or its id, while it is there', async () => {
    const id = await publishNew(owner, 'page', pageContent('Truham'))
    await change({ setting: 'featured_page', value: 'truham' })
    expect((await now()).featured_page).toBe(id)
    await change({ setting: 'featured_page', value: null })
    await deleteEntry(moderator, { entryId: id, reason }, { network: null })
    for (const value of [id, 'Truham', 'Nowhere'])
      expect(await change({ setting: 'featured_page', value })).toMatchObject({
        ok: false,
        fields: { value: { code: 'wiki.settings.noPage' } },
      })
  })
})

test.each([
  ['spoilers_open_after_days', ['-1', '1.5', 'ten', 40_000, [], '1e3', '９']],
  ['front_blocks', [[], ['welcome', 'welcome'], ['portal'], 'welcome', 3, null]],
  ['name', ['x'.repeat(61), 3, null, ['a']]],
  ['featured_page', [-1, 1.5, ['a']]],
])('%s refuses what it cannot be, at its field, and stays', async (setting, values) => {
  const before = await now()
  for (const value of values) {
    const answer = await change({ setting, value })
    expect(answer, JSON.stringify(value)).toMatchObject({ ok: false, reason: 'invalid' })
    expect(Object.keys((answer as { fields: object }).fields)).toEqual(['value'])
  }
  expect(await now()).toEqual(before)
})

test('what is stored and cannot be used counts as not set', async () => {
  const broken = {
    name: 7,
    sentence: '',
    featured_page: 'x',
    spoilers_open_after_days: -3,
    front_blocks: ['none'],
  }
  for (const [key, value] of Object.entries(broken))
    await changeRows(`insert into setting values ('${key}', '${JSON.stringify(value)}')
      on conflict (key) do update set value = excluded.value`)
  expect(await now()).toMatchObject({
    ...{ name: 'Loreleaf', featured_page: null, spoilers_open_after_days: 30 },
    front_blocks: frontBlocks,
  })
})
