import { describe, expect, it } from 'vitest'
import { primary } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { findSubmissionsOf } from '@/db/review/review'
import { submit } from '@/lib/changesets/submit'
import {
  added,
  changesetOf,
  edited,
  holdBack,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import { loadAmendmentForm } from '@/lib/editing/load-amendment'
import { loadPageForEditing } from '@/lib/pages/load-for-editing'
import { writersScope } from '@/lib/policy/policy'
import { accept } from '@/lib/review/accept'
import { showCase } from '@/lib/review/show-case'
import { decline } from '@/lib/review/turn-down'
import { linesOf } from '@/lib/submissions/listing'
import type { WithheldStrength } from './strength'
import { withhold } from './withhold'

const { owner, moderator, fan } = await openTestWiki('owner', 'moderator', 'fan')

const CANARY = 'canarywing'
const here = { network: null }
let count = 0

const round1 = (submissionId: number) => ({ submissionId, roundNumber: 1, key: newKey() })

const hide = async (entryId: number, from: number, to: number, strength: WithheldStrength = 'hidden') => {
  const parts = ['text', 'summary'] as ('text' | 'summary')[]
  const wanted = { entryId, from, to, parts, strength, reason: 'unkind', words: null }
  expect(await withhold(owner, wanted, here)).toMatchObject({ ok: true })
}

/** Who of these reads the canary at the submission's own page, and in its list. */
async function readers(id: number): Promise<string[]> {
  const rows = await findSubmissionsOf(primary(), fan.id, { state: null, before: null, most: 50 })
  const listed = JSON.stringify(
    await linesOf(
      primary(),
      writersScope,
      rows.filter((row) => row.id === id),
    ),
  )
  const told = [listed.includes(CANARY) ? 'list' : '']
  for (const [name, actor] of Object.entries({ fan, moderator, owner }))
    if (JSON.stringify(await showCase(actor, id)).includes(CANARY)) told.push(name)
  return told.filter(Boolean)
}

/** A fan's edit that said the canary, in text and summary, was accepted, and taken out again. */
async function published() {
  const title = `Page ${++count}`
  const page = await publishNew(moderator, 'page', pageContent(title, { a: 'one', b: 'two' }))
  const changes = changesetOf(edited('page', page, 1, pageContent(title, { a: 'one', b: `two ${CANARY}` })))
  const sent = await submit(fan, { ...changes, summary: `about ${CANARY}` }, here)
  const id = sent.ok && 'submissionId' in sent ? sent.submissionId : 0
  expect(await accept(moderator, round1(id))).toMatchObject({ outcome: 'published' })
  return { title, page, id }
}

const clean = (page: number, base: number, title: string) =>
  publishNow(moderator, edited('page', page, base, pageContent(title, { a: 'one', b: 'two' })))

describe('a submission that became a withheld version', () => {
  it.each<[WithheldStrength, string[]]>([
    ['hidden', ['moderator', 'owner']],
    ['suppressed', ['owner']],
    ['erased', []],
  ])('%s: its words are told to those who may read it, its summary to nobody', async (strength, who) => {
    const { title, page, id } = await published()
    await clean(page, 2, title)
    expect(await readers(id)).toEqual(['list', 'fan', 'moderator', 'owner'])
    await hide(page, 2, 2, strength)
    expect(await readers(id)).toEqual(who)
    expect(await showCase(fan, id)).toMatchObject({ summary: '', redacted: 1, items: [] })
  })

  it('is called nothing by what a new entry was called', async () => {
    const id = await holdBack(fan, added('page', pageContent(`The ${CANARY} ${++count}`)))
    const answer = await accept(moderator, round1(id))
    const page = (answer.ok && 'entries' in answer && answer.entries[0]?.id) || 0
    await publishNow(moderator, edited('page', page, 1, pageContent(`The bird ${count}`)))
    await hide(page, 1, 1)
    expect(await readers(id)).toEqual(['moderator', 'owner'])
  })
})

describe('a submission based on one that became a withheld version', () => {
  it('tells nothing of it, in its own text or in a form that starts from it', async () => {
    const title = `Page ${++count}`
    const text = (a: string, b: string) => pageContent(title, { a, b })
    const page = await publishNew(moderator, 'page', text('one', 'two'))
    const first = await holdBack(fan, edited('page', page, 1, text('one', `two ${CANARY}`)))
    const [round] = await readRows(
      `select max(id)::int as id from submission_round where submission_id = ${first}`,
    )
    const baseRoundId = round?.id as number
    const second = await holdBack(fan, {
      ...edited('page', page, 1, text('one', `two ${CANARY}, and more`)),
      baseRoundId,
    })
    await accept(moderator, round1(first))
    await clean(page, 2, title)
    await hide(page, 2, 2)
    expect(JSON.stringify(await loadPageForEditing(fan, title))).not.toContain(CANARY)
    expect(await loadAmendmentForm(fan, second)).toBeNull()
    expect(await readers(second)).toEqual(['moderator', 'owner'])
  })
})

describe('a submission that began from a withheld version', () => {
  it('and waits is shown, and accepted, without what that said', async () => {
    const { title, page } = await published()
    const mine = pageContent(title, { a: 'one, better', b: `two ${CANARY}` })
    const id = await holdBack(fan, edited('page', page, 2, mine))
    await clean(page, 2, title)
    await hide(page, 2, 2)
    expect(await readers(id)).toEqual([])
    expect((await showCase(fan, id))?.items).toHaveLength(1)
    expect(await accept(moderator, round1(id))).toMatchObject({ outcome: 'published' })
    const [head] = await readRows(`select c.content::text as text from entry e join revision_content c
      on c.revision_id = e.head_id where e.id = ${page}`)
    expect(head?.text).toContain('one, better')
    expect(head?.text).not.toContain(CANARY)
  })

  it('and was declined tells nothing of it', async () => {
    const { title, page } = await published()
    const mine = pageContent(title, { a: 'one, worse', b: `two ${CANARY}` })
    const id = await holdBack(fan, edited('page', page, 2, mine))
    await decline(moderator, { ...round1(id), reason: 'no' })
    await clean(page, 2, title)
    await hide(page, 2, 2)
    expect(await readers(id)).toEqual(['moderator', 'owner'])
  })
})
