import { describe, expect, it } from 'vitest'
import { reads } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { weigh } from '@/db/search/search'
import {
  added,
  edited,
  factContent,
  holdBack,
  newKey,
  openTestWiki,
  pageContent,
  paragraph,
  publishNew,
  publishNow,
  send,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { suggest } from '@/lib/editing/suggest'
import { loadFact, loadFactList } from '@/lib/facts/loaders'
import { saying } from '@/lib/messages/testing'
import { loadPagesOfKind } from '@/lib/pages/lists'
import { loadAtTitle } from '@/lib/pages/loaders'
import { readersScope } from '@/lib/policy/policy'
import { accept } from '@/lib/review/accept'
import { showCase } from '@/lib/review/show-case'
import { loadAccountPage, loadPageHistory } from '@/lib/revisions/loaders'
import { loadRecent } from '@/lib/revisions/recent'
import { loadSource, loadSourceList } from '@/lib/sources/loaders'
import { readSearch } from '@/lib/titles/search-query'
import { deleteEntry } from './delete-entry'
import { restoreEntry } from './restore-entry'
import { usesOf } from './uses'

const { moderator, fan } = await openTestWiki('moderator', 'fan')

const here = { network: null }
let count = 0

const drop = (entryId: number, by = moderator) => deleteEntry(by, { entryId, reason: 'A hoax' }, here)
const bringBack = (entryId: number, by = moderator) => restoreEntry(by, { entryId, reason: 'No hoax' }, here)

const supportedBy = (source: number) => citationOf(source, { directness: 'original', opened: 'yes' })

const numberOf = async (id: number) =>
  String((await readRows(`select number from entry where id = ${id}`))[0]?.number)

/** A page with a fact that rests on a source, each with words of its own. */
async function world() {
  const word = `word${++count}x`
  const title = `Truham ${word}`
  const page = await publishNew(moderator, 'page', pageContent(title, { p: `About ${word}.` }))
  const source = await publishNew(moderator, 'source', sourceContent(`Interview ${word}`))
  const content = factContent(`It rains in ${word}.`, [page], { citations: [supportedBy(source)] })
  const fact = await publishNew(moderator, 'fact', content)
  const standing = async () =>
    (await readRows(`select standing from fact_standing where entry_id = ${fact}`))[0]?.standing
  return { word, title, page, source, fact, standing, content }
}

const found = async (word: string) =>
  (await weigh(reads(), readersScope([]), readSearch(word))).candidates.map((hit) => hit.kind).sort()
const suggested = async (text: string) => (await suggest(readersScope([]), text, null)).map((one) => one.kind)

describe('deleting', () => {
  it('a page: its address says when and why, and no list, search or suggestion has it', async () => {
    const { word, title, page } = await world()
    const answer = await drop(page)
    expect(answer).toMatchObject({ ok: true })
    const address = title.replaceAll(' ', '_')
    expect(await loadAtTitle(address)).toMatchObject({ state: 'deleted' })
    expect(await loadPageHistory(address, undefined)).toMatchObject({ state: 'deleted' })
    const listed = JSON.stringify([
      await loadPagesOfKind('topic', undefined),
      await loadRecent(undefined),
      await loadAccountPage(String(moderator.id), undefined),
    ])
    expect(listed).not.toContain(title)
    expect(await found(word)).toEqual(['fact', 'source'])
    expect(await suggested(title)).not.toContain('page')
    const [event] = await readRows(
      `select tags, is_withholding from cache_event where id = ${answer.ok && answer.event}`,
    )
    expect(event?.is_withholding).toBe(true)
    expect(event?.tags).toEqual(
      expect.arrayContaining([
        `entry:${page}`,
        `history:${page}`,
        'recent',
        'log',
        'pages:topic',
        `contributions:${moderator.id}`,
      ]),
    )
  })

  it('a fact: it is gone from its page, and from the lists of facts', async () => {
    const { word, title, page, fact } = await world()
    const answer = await drop(fact)
    const at = await loadAtTitle(title.replaceAll(' ', '_'))
    expect(at.state === 'found' && at.page.facts).toEqual([])
    expect(await loadFact(await numberOf(fact))).toBeNull()
    expect(JSON.stringify(await loadFactList({}))).not.toContain(word)
    expect(await found(word)).toEqual(['page', 'source'])
    const [event] = await readRows(`select tags from cache_event where id = ${answer.ok && answer.event}`)
    expect(event?.tags).toEqual(expect.arrayContaining([`facts-about:${page}`, 'standings']))
  })

  it('a source: what cites it stands without it, and says that it was deleted', async () => {
    const { word, source, fact, standing } = await world()
    expect(await standing()).toBe('first_hand')
    await drop(source)
    expect(await standing()).toBe('unsourced')
    expect(await loadSource(await numberOf(source))).toBeNull()
    expect(JSON.stringify(await loadSourceList({}))).not.toContain(word)
    const view = await loadFact(await numberOf(fact))
    expect(view && 'records' in view && [...view.records.keys()]).toEqual([])
  })

  it('is told before it is done: what shows it, cites it, names it, and waits', async () => {
    const { page, source, fact } = await world()
    expect(await usesOf(reads(), source)).toMatchObject({
      tallies: [{ how: 'cites', kind: 'fact', count: 1 }],
    })
    expect((await usesOf(reads(), fact)).tallies).toEqual([{ how: 'shown', kind: 'page', count: 1 }])
    const submission = await holdBack(fan, edited('page', page, 1, pageContent(`Other ${count}`)))
    const uses = await usesOf(reads(), page)
    expect(uses.tallies).toEqual([{ how: 'about', kind: 'fact', count: 1 }])
    expect(uses.waiting).toEqual([submission])
    await drop(fact)
    expect((await usesOf(reads(), page)).tallies).toEqual([])
  })

  it('is done once, by moderators, to what is there', async () => {
    const { fact } = await world()
    expect(await drop(fact, fan)).toMatchObject({ reason: 'not_allowed' })
    const answers = await Promise.all([drop(fact), drop(fact)])
    expect(answers.map((answer) => answer.ok || answer.reason).sort()).toEqual(['already_decided', true])
    expect(await drop(999_999)).toMatchObject({ reason: 'not_found' })
    expect(
      await readRows(`select act, reason, is_public from audit_record where entry_id = ${fact}`),
    ).toEqual([{ act: 'entry.delete', reason: 'A hoax', is_public: true }])
  })

  it('keeps the title, and says so to whoever wants it', async () => {
    const { title, page } = await world()
    await drop(page)
    const answer = await send(fan, added('page', pageContent(title)))
    expect(answer).toMatchObject({
      reason: 'title_taken',
      fields: { title: saying(expect.stringContaining('was deleted')) },
    })
  })
})

describe('restoring', () => {
  it('brings everything back: address, lists, search, standings', async () => {
    const { word, title, page, source, fact, standing } = await world()
    for (const id of [fact, source, page]) await drop(id)
    expect(await found(word)).toEqual([])
    for (const id of [page, source, fact]) expect(await bringBack(id)).toMatchObject({ ok: true })
    expect(await found(word)).toEqual(['fact', 'page', 'source'])
    expect(await standing()).toBe('first_hand')
    const at = await loadAtTitle(title.replaceAll(' ', '_'))
    expect(at.state === 'found' && at.page.facts).toHaveLength(1)
    expect(await suggested(title)).toContain('page')
  })

  it('a source brings the standings back that rested on it', async () => {
    const { source, standing } = await world()
    await drop(source)
    expect(await standing()).toBe('unsourced')
    await bringBack(source)
    expect(await standing()).toBe('first_hand')
  })

  it('a fact behind a gate does not bring its words to search', async () => {
    const { page } = await world()
    const gated = factContent('The gannetbird dies.', [page], { gate: { kind: 'unknown' } })
    const fact = await publishNew(moderator, 'fact', gated)
    await drop(fact)
    await bringBack(fact)
    expect(await found('gannetbird')).toEqual([])
  })

  it('is done once, by moderators', async () => {
    const { fact } = await world()
    await drop(fact)
    expect(await bringBack(fact, fan)).toMatchObject({ reason: 'not_allowed' })
    expect(await bringBack(fact)).toMatchObject({ ok: true })
    expect(await bringBack(fact)).toMatchObject({ ok: false, reason: 'already_decided' })
  })
})

describe('while something is deleted', () => {
  it('a submission that would change it tells both sides, and cannot be accepted until it is back', async () => {
    const { title, page } = await world()
    const content = pageContent(title, { p: 'About it, said better.' })
    const submission = await holdBack(fan, edited('page', page, 1, content))
    await drop(page)
    const decide = () => accept(moderator, { submissionId: submission, roundNumber: 1, key: newKey() })
    expect(await decide()).toMatchObject({ ok: false, reason: 'not_allowed' })
    for (const actor of [fan, moderator]) {
      const shown = await showCase(actor, submission)
      expect(shown?.obstacle).toContain('deleted')
    }
    await bringBack(page)
    expect((await showCase(fan, submission))?.obstacle).toBeNull()
    expect(await decide()).toMatchObject({ ok: true, outcome: 'published' })
  })

  it('its words are not told to the author of a submission by its heading or its difference', async () => {
    const { page, source } = await world()
    const said = factContent('The canaryheron sings.', [page], { citations: [supportedBy(source)] })
    const fact = await publishNew(moderator, 'fact', said)
    const submission = await holdBack(fan, edited('fact', fact, 1, factContent('Other words.', [page])))
    await drop(fact)
    expect(JSON.stringify(await showCase(fan, submission))).not.toContain('canaryheron')
    expect(JSON.stringify(await showCase(moderator, submission))).toContain('canaryheron')
  })

  it('a citation to it is refused at the citation', async () => {
    const { page, source } = await world()
    await drop(source)
    const cites = { citations: [supportedBy(source)] }
    const answer = await send(moderator, added('fact', factContent('Again.', [page], cites)))
    expect(answer).toMatchObject({ ok: false, fields: { 'items.1.citations': saying(expect.any(String)) } })
    const inText = pageContent(`Cited ${count}`)
    const citation = { type: 'citation' as const, attrs: supportedBy(source) }
    const block = paragraph('p', 'It rained.')
    if (block.type === 'paragraph') block.content.push(citation)
    inText.body.content.push(block)
    expect(await send(moderator, added('page', inText))).toMatchObject({
      ok: false,
      fields: { 'items.1.body': saying(expect.any(String)) },
    })
  })

  it('a fact that cited it before can still be edited', async () => {
    const { source, fact, content } = await world()
    await drop(source)
    const better = { ...content, note: 'Says who?' }
    expect(await send(moderator, edited('fact', fact, 1, better))).toMatchObject({ outcome: 'published' })
  })
})

describe('at the same moment', () => {
  it('an edit of what is deleted was published before, or is refused', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { title, page } = await world()
      const edit = send(moderator, edited('page', page, 1, pageContent(title, { p: 'two' })))
      const [edited_, dropped] = await Promise.all([edit, drop(page)])
      expect(dropped).toMatchObject({ ok: true })
      const [row] = await readRows(`select count(*)::int as count from revision where entry_id = ${page}`)
      expect(row?.count).toBe(edited_.ok ? 2 : 1)
      expect(await readRows(`select 1 from search_row where entry_id = ${page}`)).toEqual([])
    }
  })

  it('a citation of a source that is deleted counts in no standing: it was there before, or is refused', async () => {
    for (let turn = 0; turn < 8; turn++) {
      const { page, source } = await world()
      const cites = { citations: [supportedBy(source)] }
      const citing = send(moderator, added('fact', factContent(`Said ${turn}.`, [page], cites)))
      const [answer, dropped] = await Promise.all([citing, drop(source)])
      expect(dropped).toMatchObject({ ok: true })
      if (!answer.ok) {
        expect(answer).toMatchObject({ fields: { 'items.1.citations': saying(expect.any(String)) } })
        continue
      }
      const id = 'entries' in answer ? answer.entries[0]?.id : 0
      const rows = await readRows(`select standing from fact_standing where entry_id = ${id}`)
      expect(rows).toEqual([{ standing: 'unsourced' }])
    }
  })

  it('deleting and publishing about each other make nobody wait in a circle', async () => {
    const { page, source } = await world()
    const cites = { citations: [supportedBy(source)] }
    const work = Array.from({ length: 12 }, (_, turn) => [
      send(moderator, added('fact', factContent(`Round ${turn}.`, [page], cites))),
      turn % 2 === 0 ? drop(source) : bringBack(source),
      publishNow(moderator, added('source', sourceContent(`Another ${turn} ${count}`))),
    ]).flat()
    const settled = await Promise.allSettled(work)
    expect(settled.filter((one) => one.status === 'rejected')).toEqual([])
  })
})
