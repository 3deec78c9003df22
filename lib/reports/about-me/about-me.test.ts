import { beforeAll, describe, expect, it } from 'vitest'
import { changeRows, readRows } from '@/db/postgres/testing'
import {
  added,
  factContent,
  holdBack,
  inOwnWords,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  sourceContent,
} from '@/lib/changesets/testing'
import { loadFact } from '@/lib/facts/loaders'
import { sentenceOf } from '@/lib/messages/message'
import { visitor } from '@/lib/policy/actor'
import { decideWords } from '@/lib/reports/checked/decide'
import { fileReport } from '@/lib/reports/file-report'
import { clearReport } from '@/lib/reports/handle'
import { reportSchema } from '@/lib/reports/schema'
import { accept } from '@/lib/review/accept'
import { openWords } from '@/lib/worker/tasks/open-words'
import { openPrivateLife } from './open-again'

const { fan, moderator, owner } = await openTestWiki('fan', 'moderator', 'owner')
const second = await makeAccount('moderator')

let person: number
let source: number
let networks = 0

beforeAll(async () => {
  person = await publishNew(
    moderator,
    'page',
    pageContent('Joe Locke', {}, { kind: 'person', isLiving: true }),
  )
  source = await publishNew(moderator, 'source', sourceContent('A post of his'))
})

/** Publishes a fact about his private life, as two moderators do; gives its id and number. */
async function confess(statement: string): Promise<{ id: number; number: string }> {
  const submissionId = await holdBack(
    fan,
    added('fact', factContent(statement, [person], inOwnWords(person, source))),
  )
  for (const by of [moderator, second]) await accept(by, { submissionId, roundNumber: 1, key: newKey() })
  const [row] = await readRows(
    `select id::int, number::text from entry where kind = 'fact' order by id desc limit 1`,
  )
  return { id: Number(row?.id), number: String(row?.number) }
}

async function ask(form: object) {
  const [{ number } = {}] = await readRows(`select number from entry where id = ${person}`)
  const asked = { key: newKey(), kind: 'page', id: String(number), category: 'about_me', ...form }
  return fileReport(visitor, reportSchema.parse(asked), { network: `network ${++networks}` })
}

const isShown = async ({ number }: { number: string }) => (await loadFact(number)) !== null
const checkedIds = async () =>
  (await readRows('select id::int from checked_words where ended_at is null order by id')).map(({ id }) =>
    Number(id),
  )

describe('who says that a page is about them', () => {
  it('closes private life at once, without an account; credits stay; what they point at alone, where they do', async () => {
    const [one, other] = [await confess('I like cats.'), await confess('I like dogs.')]
    const credit = await publishNew(moderator, 'fact', factContent('Plays Charlie.', [person]))
    const [{ number: credited } = {}] = await readRows(`select number::text from entry where id = ${credit}`)
    expect(await ask({ wish: 'false' })).toMatchObject({ ok: true, event: null })
    expect(
      await ask({ wish: 'private', factIds: [String(one.id)], contact: 'Me@Example.org' }),
    ).toMatchObject({ ok: true })
    expect([await isShown(one), await isShown(other)]).toEqual([false, true])
    expect(await ask({})).toMatchObject({ ok: true })
    expect([await isShown(other), await isShown({ number: String(credited) })]).toEqual([false, true])
    const kept = await readRows(`select wish, contact from report where contact is not null`)
    expect(kept).toEqual([{ wish: 'private', contact: 'Me@example.org' }])
  })

  it('closes nothing twice: what stood is not closed again', async () => {
    const [first, last] = await checkedIds()
    const decide = (checkedId = 0) =>
      decideWords(moderator, { checkedId, decision: 'upheld', answer: 'It stays.' })
    expect([await decide(first), await decide(last)]).toMatchObject([{ ok: true }, { ok: true }])
    expect(await ask({})).toMatchObject({ ok: true, event: null })
  })

  it('is asked for no more: then nothing is accepted, in whoever’s words, and nothing comes back, until an owner undoes it', async () => {
    const fact = await confess('I like birds.')
    const submissionId = await holdBack(
      fan,
      added('fact', factContent('I like fish.', [person], inOwnWords(person, source))),
    )
    await ask({ wish: 'private' })
    const [checkedId = 0] = await checkedIds()
    await decideWords(moderator, { checkedId, decision: 'withheld', answer: 'Nothing more.' })
    await changeRows(`update checked_words set until = now() - interval '1 minute' where id = ${checkedId}`)
    await openWords({ checkedId })
    expect(await isShown(fact)).toBe(false)
    const refused = await accept(moderator, { submissionId, roundNumber: 1, key: newKey() })
    expect(refused).toMatchObject({ ok: false, reason: 'not_allowed' })
    expect(!refused.ok && sentenceOf(refused.message)).toContain('The person has asked')

    const [{ id } = {}] = await readRows(
      `select report_id::int as id from checked_words where id = ${checkedId}`,
    )
    const reportId = Number(id)
    expect(await openPrivateLife(moderator, { reportId })).toMatchObject({ reason: 'not_allowed' })
    expect(await isShown(fact)).toBe(false)
    expect(await openPrivateLife(owner, { reportId })).toMatchObject({ ok: true })
    expect(await isShown(fact)).toBe(true)
    expect(await openPrivateLife(owner, { reportId })).toMatchObject({ reason: 'already_decided' })
    for (const by of [moderator, second])
      expect(await accept(by, { submissionId, roundNumber: 1, key: newKey() })).toMatchObject({ ok: true })
  })

  it('gives no address that is none, and theirs is forgotten with the words', async () => {
    const wrong = reportSchema.safeParse({ key: newKey(), category: 'about_me', contact: 'not one' })
    expect(wrong.error?.issues.map(({ path }) => path.join())).toEqual(['contact'])
    const [{ id } = {}] = await readRows('select id::int from report where contact is not null')
    await clearReport(moderator, { reportId: Number(id) })
    expect(await readRows('select 1 from report where contact is not null')).toEqual([])
  })
})
