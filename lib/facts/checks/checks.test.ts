import { beforeAll, describe, expect, test } from 'vitest'
import { findChecksOf } from '@/db/facts/checks'
import { reads } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { blockAccount } from '@/lib/accounts/block-account'
import {
  edited,
  factContent,
  holdBack,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { checkedKey } from '@/lib/kinds/checked-key'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import type { AccountActor } from '@/lib/policy/actor'
import { accept } from '@/lib/review/accept'
import { refusalOf } from '@/lib/talk/testing'
import { loadChecksBy } from './by-account'
import { countedOf } from './counted'
import { sayCheck, takeBackCheck } from './say'

const { owner, moderator, trusted } = await openTestWiki('owner', 'moderator', 'trusted')

let page: number
let source: number
let said: FactContent
const cited = () => ({ citations: [citationOf(source, { locator: '2:10', quote: 'my own shirt' })] })

beforeAll(async () => {
  page = await publishNew(owner, 'page', pageContent('Joe Locke'))
  source = await publishNew(owner, 'source', sourceContent('An interview', { url: 'https://example.org/a' }))
  said = factContent('He wore his own shirt.', [page], cited())
  // Both have published something, so what they say counts.
  await publishNew(moderator, 'page', pageContent('Kit Connor'))
  await publishNew(trusted, 'page', pageContent('Truham'))
})

const factNamed = async (content = said) => {
  const id = await publishNew(owner, 'fact', content)
  const [row] = await readRows(`select number from entry where id = ${id}`)
  return { id, number: Number(row?.number), key: checkedKey(content, content.citations[0] as never) }
}
const say = (by: AccountActor, { number, key }: { number: number; key: string }, rest = {}) =>
  sayCheck(by, { fact: number, key, verdict: 'says', ...rest })
const countsOf = async ({ id, key }: { id: number; key: string }) =>
  countedOf(await findChecksOf(reads(), id)).of.get(key)
const reworded = (id: number, base: number, content: FactContent) =>
  publishNow(owner, edited('fact', id, base, content))

describe('what somebody says of a source', () => {
  test('is counted by name, once a person, and can be changed and taken back', async () => {
    const fact = await factNamed()
    expect(await refusalOf(say(moderator, fact, { place: ' 2:12 ' }))).toBe('done')
    const answer = await say(trusted, fact, { passage: 'I wore my own shirt.' })
    expect(await countsOf(fact)).toMatchObject({
      says: { count: 2, names: [trusted.name, moderator.name], more: 0 },
    })
    await say(moderator, fact, { verdict: 'in_part', owned: 'on' })
    expect(await countsOf(fact)).toMatchObject({ says: { count: 1 }, in_part: { count: 1 } })
    expect(
      await readRows(`select how, place from fact_check where fact_id = ${fact.id} order by id`),
    ).toEqual([
      { how: 'owned', place: null },
      { how: 'passage', place: 'I wore my own shirt.' },
    ])
    const check = 'checkId' in answer ? answer.checkId : 0
    await takeBackCheck(moderator, { check })
    expect(await countsOf(fact)).toHaveProperty('says')
    await takeBackCheck(trusted, { check })
    expect(await countsOf(fact)).not.toHaveProperty('says')
  })

  test('is not for who wrote the words or brought the source, nor for who is blocked', async () => {
    const fact = await factNamed()
    expect(await refusalOf(say(owner, fact))).toContain('You wrote this')
    const second = citationOf(source, { locator: '9:00' })
    await publishNow(
      moderator,
      edited('fact', fact.id, 1, { ...said, citations: [...said.citations, second] }),
    )
    expect(await refusalOf(say(moderator, { ...fact, key: checkedKey(said, second) }))).toContain(
      'You wrote this',
    )
    expect(await refusalOf(say(moderator, fact))).toBe('done')
    const blocked = await makeAccount('fan')
    await say(blocked, fact)
    await blockAccount(owner, { accountId: blocked.id, reason: 'Spam', length: 'day' })
    expect(await refusalOf(say(blocked, fact))).toContain('blocked')
  })

  test('counts of a brand-new account once something of theirs is published, and not while they are blocked', async () => {
    const fact = await factNamed()
    const fan = await makeAccount('fan')
    expect(await refusalOf(say(fan, fact))).toBe('done')
    expect(await countsOf(fact)).toBeUndefined()
    const sent = await holdBack(fan, edited('page', page, 1, pageContent('Joe Locke', { p: 'An actor.' })))
    await accept(owner, { submissionId: sent, roundNumber: 1, key: newKey() })
    expect(await countsOf(fact)).toMatchObject({ says: { names: [fan.name] } })
    await blockAccount(owner, { accountId: fan.id, reason: 'Spam', length: 'day' })
    expect(await countsOf(fact)).toBeUndefined()
    await changeRows(`update block set lifted_at = now() where account_id = ${fan.id}`)
  })

  test('stands on the page of who said it as long as it holds, without what a gate closes', async () => {
    const looker = await makeAccount('trusted')
    const listed = async () => (await loadChecksBy(String(looker.id))).map(({ label }) => label)
    const fact = await factNamed(factContent('It was his.', [page], cited()))
    await say(looker, fact)
    expect(await listed()).toEqual([])
    await publishNew(looker, 'page', pageContent('Higgs'))
    expect(await listed()).toEqual(['It was his.'])
    const closed = { ...factContent('It was his.', [page], cited()), gate: { kind: 'unknown' as const } }
    await reworded(fact.id, 1, closed)
    expect(await listed()).toEqual([])
    await reworded(fact.id, 2, factContent('It was hers.', [page], cited()))
    expect(await listed()).toEqual([])
  })

  test('changes neither the standing nor anybody’s trust', async () => {
    const fact = await factNamed()
    const standing = () => readRows(`select standing from fact_standing where entry_id = ${fact.id}`)
    const before = await standing()
    for (const one of [moderator, trusted]) await say(one, fact, { verdict: 'not' })
    expect(await standing()).toEqual(before)
    expect(await countsOf(fact)).toMatchObject({ not: { count: 2 } })
  })
})

describe('a check is voided', () => {
  const voided = (id: number) =>
    readRows(`select voided_why as why from fact_check where fact_id = ${id} and voided_at is not null`)

  test('by other words, by the transaction that publishes them, and not by marks', async () => {
    const fact = await factNamed()
    await say(trusted, fact)
    const bold = [
      { type: 'text' as const, text: 'He wore his own shirt.', marks: [{ type: 'bold' as const }] },
    ]
    await reworded(fact.id, 1, { ...said, statement: bold as never })
    expect(await voided(fact.id)).toEqual([])
    await reworded(fact.id, 2, factContent('He wore his own shoes.', [page], cited()))
    expect(await voided(fact.id)).toEqual([{ why: 'wording' }])
    expect(await countsOf(fact)).toBeUndefined()
    expect(await refusalOf(say(trusted, fact))).toContain('changed meanwhile')
  })

  test('by another place or quotation, and not by a second source', async () => {
    const fact = await factNamed()
    await say(trusted, fact)
    const [first] = said.citations
    if (!first) throw new Error('no citation')
    const more = [
      { ...first, opened: 'yes' as const, note: 'Read.' },
      citationOf(source, { locator: '9:00' }),
    ]
    await reworded(fact.id, 1, { ...said, citations: more })
    expect(await voided(fact.id)).toEqual([])
    await reworded(fact.id, 2, { ...said, citations: [{ ...first, locator: '2:40' }] })
    expect(await voided(fact.id)).toEqual([{ why: 'citation' }])
  })

  test('by another address of its source, and not by a better title', async () => {
    const other = await publishNew(owner, 'source', sourceContent('A post', { url: 'https://example.org/b' }))
    const fact = await factNamed(factContent('She said so.', [page], { citations: [citationOf(other)] }))
    await say(trusted, fact)
    const edit = (base: number, title: string, url: string) =>
      publishNow(owner, edited('source', other, base, sourceContent(title, { url })))
    await edit(1, 'A post of hers', 'https://example.org/b')
    expect(await voided(fact.id)).toEqual([])
    await edit(2, 'A post of hers', 'https://example.org/c')
    expect(await voided(fact.id)).toEqual([{ why: 'source' }])
  })
})
