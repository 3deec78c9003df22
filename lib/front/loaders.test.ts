import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import { type ResponseRecord, recordResponse } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import {
  factContent,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { loadSite } from '@/lib/wiki/site'
import { loadFrontPage } from './loaders'

await openTestWiki()

async function front(now: string) {
  const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
  return { page: await recordResponse(record, () => loadFrontPage(new Date(now))), record }
}

const numberOf = (card: { number: number } | null) => card?.number

describe('the front page', () => {
  test('of an empty wiki invites to begin, and claims nothing', async () => {
    const { page } = await front('2026-11-22T12:00:00Z')
    expect(page).toMatchObject({ featured: null, ofTheDay: null, newest: [], disputed: [], needSource: [] })
    expect(page.figures).toEqual({ pages: 0, facts: 0, sources: 0, editors: 0 })
    expect(await loadSite()).toMatchObject({ name: 'Loreleaf' })
  })

  describe('of a wiki that has something', () => {
    beforeAll(async () => {
      const owner = await makeAccount('owner')
      const page = await publishNew(owner, 'page', pageContent('Heartstopper'))
      const source = await publishNew(owner, 'source', sourceContent('An article'))
      const citations = [citationOf(source)]
      for (let count = 1; count <= 12; count++)
        await publishNew(owner, 'fact', factContent(`Fact ${count}.`, [page], { citations }))
      await publishNew(owner, 'fact', factContent('A rumour.', [page]))
      await publishNew(
        owner,
        'fact',
        factContent('Later plot.', [page], { gate: { kind: 'unknown' }, citations }),
      )
      const dispute = [...citations, citationOf(source, { stance: 'contradicts', opened: 'yes' })]
      await publishNew(owner, 'fact', factContent('It was so.', [page], { citations: dispute }))
      await changeRows(`update entry set created_at = '2026-11-01T00:00:00Z'`)
      await changeRows(
        `insert into setting values ('name', '"Heartstopper Wiki"'), ('featured_page', '${page}')`,
      )
    })

    test('shows the same fact all day, another on other days, and never an unsourced, disputed or closed one', async () => {
      const morning = await front('2026-11-22T00:00:00Z')
      const night = await front('2026-11-22T23:59:59Z')
      expect(numberOf(morning.page.ofTheDay)).toBe(numberOf(night.page.ofTheDay))
      const days = await Promise.all(
        Array.from({ length: 30 }, (_, day) => front(new Date(Date.UTC(2026, 11, day + 1)).toISOString())),
      )
      const shown = new Set(days.map(({ page }) => numberOf(page.ofTheDay)))
      expect(shown.size).toBeGreaterThan(5)
      for (const number of shown) expect(number).toBeLessThanOrEqual(12)
    })

    test('is true until midnight, or until anything is published', async () => {
      const { record } = await front('2026-11-22T15:00:00Z')
      expect(record.expiresAt).toBe(Date.parse('2026-11-23T00:00:00Z'))
      expect(record.tags).toContain(tags.recent)
      expect(record.tags).toContain(tags.settings)
    })

    test('names what is new, disputed, and in need of a source; what is closed is not among it', async () => {
      const { page } = await front('2026-11-22T15:00:00Z')
      expect(page.newest.map(numberOf)).toEqual([13, 12, 11, 10, 9])
      expect(page.disputed.map(numberOf)).toEqual([15])
      expect(page.needSource.map(numberOf)[0]).toBe(13)
      expect(JSON.stringify(page)).not.toContain('Later plot')
    })

    test('is headed by the wiki’s own name, and a page it chose', async () => {
      expect((await loadSite()).name).toBe('Heartstopper Wiki')
      const { page } = await front('2026-11-22T15:00:00Z')
      expect(page.featured).toMatchObject({ title: 'Heartstopper', path: '/wiki/Heartstopper' })
    })
  })
})
