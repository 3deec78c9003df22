import { describe, expect, it } from 'vitest'
import { readRows } from '@/db/postgres/testing'
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
import { saying } from '@/lib/messages/testing'
import { addAlias } from '@/lib/moderation/add-alias'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { removeAlias } from '@/lib/moderation/remove-alias'
import { loadAtTitle } from '@/lib/pages/loaders'
import { accept } from '@/lib/review/accept'
import { loadPageHistory } from '@/lib/revisions/loaders'
import { renamePage } from './rename-page'

const { moderator, fan } = await openTestWiki('moderator', 'fan')

const here = { network: null }
let count = 0

const reason = 'As the credits have it'
const newPage = async () => {
  const title = `Page ${++count}`
  return { title, page: await publishNew(moderator, 'page', pageContent(title, { a: 'one', b: 'two' })) }
}
const rename = (entryId: number, title: string, { by = moderator, key = newKey() } = {}) =>
  renamePage(by, { entryId, title, reason, key }, here)
const at = async (title: string) => {
  const there = await loadAtTitle(title.replaceAll(' ', '_'))
  return there.state === 'moved' ? there.to : there.state === 'found' ? there.page.title : there.state
}

describe('renaming a page', () => {
  it('keeps every old address, none of them by way of another', async () => {
    const { title, page } = await newPage()
    expect(await rename(page, `Second ${count}`)).toMatchObject({ ok: true, path: `/wiki/Second_${count}` })
    expect(await rename(page, `Third ${count}`)).toMatchObject({ ok: true })
    expect(await at(`Third ${count}`)).toBe(`Third ${count}`)
    for (const old of [title, `Second ${count}`, `second ${count}`])
      expect(await at(old)).toBe(`/wiki/Third_${count}`)
    expect(await loadPageHistory(title.replace(' ', '_'), undefined)).toEqual({
      state: 'moved',
      to: `/history/Third_${count}`,
    })
  })

  it('publishes a revision that changes nothing else, on record', async () => {
    const { title, page } = await newPage()
    await rename(page, `New ${title}`)
    const [row] = await readRows(`select r.summary, r.touches, c.content from revision r
      join revision_content c on c.revision_id = r.id where entry_id = ${page} and number = 2`)
    expect(row).toMatchObject({ summary: `Renamed from “${title}”: ${reason}`, touches: ['structure'] })
    expect(row?.content).toEqual(pageContent(`New ${title}`, { a: 'one', b: 'two' }))
    expect(await readRows(`select act, reason from audit_record where entry_id = ${page}`)).toEqual([
      { act: 'entry.rename', reason },
    ])
    expect(await readRows(`select label from search_row where entry_id = ${page}`)).toEqual([
      { label: `New ${title}` },
    ])
  })

  it('onto a title that is taken, or leads elsewhere, or was deleted, is refused at the field', async () => {
    const [one, other, gone] = [await newPage(), await newPage(), await newPage()]
    await rename(other.page, `Else ${count}`)
    await deleteEntry(moderator, { entryId: gone.page, reason }, here)
    for (const [title, says] of [
      [`Else ${count}`, 'already'],
      [other.title.toUpperCase(), 'another name'],
      [gone.title, 'was deleted'],
    ] as const)
      expect(await rename(one.page, title)).toMatchObject({
        reason: 'title_taken',
        fields: { title: saying(expect.stringContaining(says)) },
      })
    expect(await at(one.title)).toBe(one.title)
  })

  it('to a title that it had before is fine, and so is another spelling; to the same says so', async () => {
    const { title, page } = await newPage()
    await rename(page, `Changed ${count}`)
    expect(await rename(page, title)).toMatchObject({ ok: true })
    expect(await at(title)).toBe(title)
    expect(await at(`Changed ${count}`)).toBe(`/wiki/Page_${count}`)
    expect(await rename(page, title.toLowerCase())).toMatchObject({ ok: true })
    expect(await at(title)).toBe(`/wiki/page_${count}`)
    expect(await rename(page, title.toLowerCase())).toMatchObject({ ok: false, reason: 'no_change' })
  })

  it('sent twice under one key is done once', async () => {
    const { page } = await newPage()
    const key = newKey()
    const answers = [
      await rename(page, `Once ${count}`, { key }),
      await rename(page, `Once ${count}`, { key }),
    ]
    expect(answers[1]).toEqual(answers[0])
    expect(await readRows(`select count(*)::int from revision where entry_id = ${page}`)).toEqual([
      { count: 2 },
    ])
  })

  it('lets what waits for review be accepted, under the new title', async () => {
    const { title, page } = await newPage()
    const waiting = await holdBack(
      fan,
      edited('page', page, 1, pageContent(title, { a: 'one', b: 'two, better' })),
    )
    await rename(page, `Merged ${count}`)
    const decided = await accept(moderator, { submissionId: waiting, roundNumber: 1, key: newKey() })
    expect(decided).toMatchObject({ ok: true, outcome: 'published' })
    expect(await at(`Merged ${count}`)).toBe(`Merged ${count}`)
    const [row] = await readRows(`select c.content from entry e join revision_content c
      on c.revision_id = e.head_id where e.id = ${page}`)
    expect(JSON.stringify(row?.content)).toContain('two, better')
  })

  it('is for moderators, and for pages that are there', async () => {
    const { page } = await newPage()
    expect(await rename(page, `No ${count}`, { by: fan })).toMatchObject({ reason: 'not_allowed' })
    expect(await rename(999_999, `No ${count}`)).toMatchObject({ reason: 'not_found' })
    await deleteEntry(moderator, { entryId: page, reason }, here)
    expect(await rename(page, `No ${count}`)).toMatchObject({ ok: false, reason: 'not_allowed' })
  })

  it('at the same time as an edit loses neither', async () => {
    const { title, page } = await newPage()
    const edit = send(moderator, edited('page', page, 1, pageContent(title, { a: 'one more', b: 'two' })))
    const answers = await Promise.all([edit, rename(page, `Both ${count}`)])
    expect(answers.map((answer) => answer.ok)).toEqual([true, true])
    expect(await at(`Both ${count}`)).toBe(`Both ${count}`)
    const [row] = await readRows(`select c.content from entry e join revision_content c
      on c.revision_id = e.head_id where e.id = ${page}`)
    expect(JSON.stringify(row?.content)).toContain('one more')
  })

  it('two pages onto one title: one has it, the other is told', async () => {
    const [one, other] = [await newPage(), await newPage()]
    const answers = await Promise.all([one, other].map(({ page }) => rename(page, `Wanted ${count}`)))
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.reason)).sort()).toEqual(['ok', 'title_taken'])
  })
})

describe('another address of a page', () => {
  const add = (entryId: number, title: string, by = moderator) =>
    addAlias(by, { entryId, title, reason }, here)
  const take = (entryId: number, alias: string, by = moderator) =>
    removeAlias(by, { entryId, alias, reason }, here)

  it('leads to it, until it is taken away and free again', async () => {
    const { title, page } = await newPage()
    expect(await add(page, `Also ${count}`)).toMatchObject({ ok: true })
    expect(await at(`Also ${count}`)).toBe(`/wiki/${title.replace(' ', '_')}`)
    expect(await send(fan, added('page', pageContent(`Also ${count}`)))).toMatchObject({
      reason: 'title_taken',
    })
    expect(await take(page, `also ${count}`)).toMatchObject({ ok: true })
    expect(await at(`Also ${count}`)).toBe('missing')
    expect(await take(page, `Also ${count}`)).toMatchObject({ reason: 'already_decided' })
  })

  it('is refused where it leads somewhere already', async () => {
    const [one, other] = [await newPage(), await newPage()]
    expect(await add(one.page, other.title)).toMatchObject({ fields: { title: saying(expect.any(String)) } })
    expect(await add(one.page, one.title.toUpperCase())).toMatchObject({ reason: 'title_taken' })
    expect(await take(one.page, one.title)).toMatchObject({ reason: 'already_decided' })
    expect(await take(one.page, other.title)).toMatchObject({ reason: 'already_decided' })
  })

  it('is for moderators', async () => {
    const { page } = await newPage()
    expect(await add(page, `Nope ${count}`, fan)).toMatchObject({ reason: 'not_allowed' })
    expect(await take(page, `Nope ${count}`, fan)).toMatchObject({ reason: 'not_allowed' })
  })
})
