import { beforeAll, describe, expect, test } from 'vitest'
import { primary, transaction } from '@/db/postgres/client'
import { takePublishLock } from '@/db/postgres/locks'
import { readRows, somebodyWaits } from '@/db/postgres/testing'
import { findEntryHeads } from '@/db/publishing/publishing'
import { submit } from '@/lib/changesets/submit'
import {
  added,
  categoryContent,
  changesetOf,
  edited,
  holdBack,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { saying } from '@/lib/messages/testing'
import { mendCategories } from '@/lib/publishing/mend-categories'
import { accept } from '@/lib/review/accept'
import { revert } from '@/lib/revisions/revert'
import { systemAccount } from '@/lib/transfer/seed'

const { moderator, fan } = await openTestWiki('moderator', 'fan')

let arts: number
let music: number
let count = 0

beforeAll(async () => {
  arts = await publishNew(moderator, 'page', categoryContent('Arts'))
  music = await publishNew(moderator, 'page', pageContent('Music'))
})

const send = (...items: Parameters<typeof changesetOf>) =>
  submit(moderator, changesetOf(...items), { network: null })
const inCategories = (title: string, categories: number[], rest: Partial<PageContent> = {}) =>
  pageContent(title, {}, { categories, ...rest })
const nextTitle = () => `Page ${++count}`
const contentNow = async (id: number) =>
  (await findEntryHeads(primary(), [id])).get(id)?.content as PageContent | undefined

/** Gives a page the categories of an older release: some of them no categories. */
const isNoCategory = (id: number) => readRows(`update page_facet set kind = 'topic' where entry_id = ${id}`)

describe('among a page’s categories', () => {
  test('a page that is none is refused at the field, also where it is mentioned already', async () => {
    const refused = {
      ok: false,
      reason: 'invalid',
      fields: { 'items.1.categories': saying(expect.any(String)) },
    }
    expect(await send(added('page', inCategories(nextTitle(), [music])))).toMatchObject(refused)
    const ordinal = { work: music, number: 1 }
    const title = nextTitle()
    const page = await publishNew(moderator, 'page', pageContent(title, {}, { ordinal }))
    const change = edited('page', page, 1, inCategories(title, [arts, music], { ordinal }))
    expect(await send(change)).toMatchObject(refused)
    expect(await send(edited('page', page, 1, inCategories(title, [arts], { ordinal })))).toMatchObject({
      outcome: 'published',
    })
  })

  test('one that the same changeset makes is taken, if it makes it a category', async () => {
    const title = nextTitle()
    const own = (category: PageContent) =>
      send(added('page', inCategories(title, [-2])), added('page', category))
    expect(await own(pageContent(`No category ${count}`))).toMatchObject({
      fields: { 'items.1.categories': saying(expect.any(String)) },
    })
    const answer = await own(categoryContent(`Made for it ${count}`))
    expect(answer).toMatchObject({ outcome: 'published' })
    const [page, category] = answer.ok && 'entries' in answer ? answer.entries : []
    expect((await contentNow(page?.id ?? 0))?.categories).toEqual([category?.id])
  })

  test('what it makes of a page that is there counts, not what that was', async () => {
    const title = nextTitle()
    const other = nextTitle()
    const page = await publishNew(moderator, 'page', pageContent(other))
    const answer = await send(
      added('page', inCategories(title, [page])),
      edited('page', page, 1, categoryContent(other)),
    )
    expect(answer).toMatchObject({ outcome: 'published' })
  })

  test('an edit that waited with one which is none by now is refused to whoever accepts it', async () => {
    const category = await publishNew(moderator, 'page', categoryContent(nextTitle()))
    const waiting = await holdBack(fan, added('page', inCategories(nextTitle(), [category])))
    await publishNow(moderator, edited('page', category, 1, pageContent(`Page ${count - 1}`)))
    expect(await accept(moderator, { submissionId: waiting, roundNumber: 1, key: newKey() })).toMatchObject({
      ok: false,
      reason: 'invalid',
    })
  })
})

describe('a category', () => {
  test('that pages are in stays one', async () => {
    const title = nextTitle()
    const category = await publishNew(moderator, 'page', categoryContent(title))
    await publishNew(moderator, 'page', inCategories(nextTitle(), [category]))
    expect(await send(edited('page', category, 1, pageContent(title)))).toMatchObject({
      ok: false,
      fields: { 'items.1.kind': saying(expect.any(String)) },
    })
  })

  test('becomes something else while a page is put into it: one of the two is refused', async () => {
    for (const isFirst of ['member', 'kind'] as const) {
      const title = nextTitle()
      const category = await publishNew(moderator, 'page', categoryContent(title))
      const acts = {
        member: () => send(added('page', inCategories(nextTitle(), [category]))),
        kind: () => send(edited('page', category, 1, pageContent(title))),
      }
      const isSecond = isFirst === 'kind' ? 'member' : 'kind'
      let one: ReturnType<typeof send> | undefined
      let other: ReturnType<typeof send> | undefined
      // Both have been checked when the first of them may continue.
      await transaction(async (tx) => {
        await takePublishLock(tx)
        one = acts[isFirst]()
        await somebodyWaits()
        other = acts[isSecond]()
        await somebodyWaits(2)
      })
      const done = [await one, await other].map((answer) => answer?.ok)
      expect(done.sort()).toEqual([false, true])
    }
  })
})

describe('what an older release left', () => {
  test('is mended once, by an edit that says so, and nothing else is touched', async () => {
    const was = await publishNew(moderator, 'page', categoryContent(nextTitle()))
    const title = nextTitle()
    const page = await publishNew(moderator, 'page', inCategories(title, [was, arts]))
    const fine = await publishNew(moderator, 'page', inCategories(nextTitle(), [arts]))
    await isNoCategory(was)

    expect(await mendCategories(systemAccount)).toBe(1)
    expect(await contentNow(page)).toEqual(inCategories(title, [arts]))
    const links = await readRows(
      `select to_id::int as to from link where from_id = ${page} and until is null`,
    )
    expect(links).toEqual([{ to: arts }])
    const [revision] = await readRows(
      `select r.summary, a.role from revision r join account a on a.id = r.author_id
        where entry_id = ${page} order by number desc limit 1`,
    )
    expect(revision).toMatchObject({ role: 'system', summary: expect.stringContaining('categories') })
    expect(await mendCategories(systemAccount)).toBe(0)
    expect((await findEntryHeads(primary(), [fine])).get(fine)?.headNumber).toBe(1)
  })

  test('does not come back with a revert, which takes the rest', async () => {
    const was = await publishNew(moderator, 'page', categoryContent(nextTitle()))
    const title = nextTitle()
    const page = await publishNew(
      moderator,
      'page',
      pageContent(title, { p: 'good' }, { categories: [was, arts] }),
    )
    await publishNow(moderator, edited('page', page, 1, pageContent(title, { p: 'spoilt' })))
    await isNoCategory(was)
    const [spoilt] = await readRows(`select id::int from revision where entry_id = ${page} and number = 2`)
    const request = { revisionId: Number(spoilt?.id), summary: 'as it was', key: newKey() }
    expect(await revert(moderator, request)).toMatchObject({ ok: true, outcome: 'published' })
    expect(await contentNow(page)).toEqual(pageContent(title, { p: 'good' }, { categories: [arts] }))
  })

  test('is left alone where no kind of pages is a category', async () => {
    const was = await publishNew(moderator, 'page', categoryContent(nextTitle()))
    await publishNew(moderator, 'page', inCategories(nextTitle(), [was]))
    await isNoCategory(was)
    await readRows(`update page_kind set is_category = false`)
    expect(await mendCategories(systemAccount)).toBe(0)
    await readRows(`update page_kind set is_category = true where key = 'category'`)
    expect(await mendCategories(systemAccount)).toBe(1)
  })
})
