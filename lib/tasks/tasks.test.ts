import { beforeAll, describe, expect, test } from 'vitest'
import { reads } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
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
  seasonContent,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { sayCheck } from '@/lib/facts/checks/say'
import { checkedKey } from '@/lib/kinds/checked-key'
import { readPlaces, scopeOfProgress } from '@/lib/places/loaders'
import type { AccountActor } from '@/lib/policy/actor'
import { readDone, spellDone } from './done'
import { placeFact } from './edits'
import { candidates } from './find'
import { putTaskAside, takeTaskUp } from './put-aside'

const { owner, trusted } = await openTestWiki('owner', 'trusted')

let show: number
let season: number
let source: number
const facts: Record<string, number> = {}
const numbers = new Map<number, number>()
const add = async (words: string, about: number[], rest = {}, by = owner) => {
  const id = await publishNew(by, 'fact', factContent(words, about, rest))
  const [row] = await readRows(`select number from entry where id = ${id}`)
  numbers.set(id, Number(row?.number))
  facts[words] = id
  return id
}

beforeAll(async () => {
  show = await publishNew(owner, 'page', pageContent('Heartstopper'))
  season = await publishNew(owner, 'page', seasonContent('Season one', show, 1))
  source = await publishNew(owner, 'source', sourceContent('An interview', { url: 'https://example.org/a' }))
  const cited = { citations: [citationOf(source)] }
  await add('Open.', [season], cited)
  await add('Closed.', [season], { ...cited, gate: { kind: 'place' as const, page: season } })
  await add('Unplaced.', [season], { ...cited, gate: { kind: 'unknown' as const } })
  await add('Unsourced.', [season])
  await add('Mine.', [season], cited, trusted)
})

const asker = async ({ id }: AccountActor) => ({
  accountId: id,
  within: await scopeOfProgress(null),
  places: await readPlaces(reads()),
})
const listed = async (kind: keyof typeof candidates, by: AccountActor) => {
  const found = await candidates[kind](await asker(by), 20)
  return found.map(({ id }) => Object.entries(facts).find(([, one]) => one === id)?.[0]).sort()
}

describe('the tasks of somebody', () => {
  test('leave out what a gate closes, what has no source, and what they wrote themselves', async () => {
    expect(await listed('check', await makeAccount('fan'))).toEqual(['Mine.', 'Open.'])
    expect(await listed('check', trusted)).toEqual(['Open.'])
    expect(await listed('origin', trusted)).toEqual(['Open.'])
    expect(await listed('place', await makeAccount('fan'))).toEqual([
      'Mine.',
      'Open.',
      'Unplaced.',
      'Unsourced.',
    ])
  })

  test('leave out private life, what is being changed, and what they looked at already', async () => {
    const fan = await makeAccount('fan')
    const id = facts['Open.'] ?? 0
    await changeRows(`update fact_facet set is_private_life = true where entry_id = ${id}`)
    expect(await listed('check', fan)).toEqual(['Mine.'])
    await changeRows(`update fact_facet set is_private_life = false where entry_id = ${id}`)
    const content = factContent('Open.', [season], { citations: [citationOf(source)] })
    const key = checkedKey(content, citationOf(source))
    await sayCheck(fan, { fact: numbers.get(id) ?? 0, key, verdict: 'says' })
    expect(await listed('check', fan)).toEqual(['Mine.'])
    const other = await makeAccount('fan')
    const mine = facts['Mine.'] ?? 0
    await holdBack(
      other,
      edited('fact', mine, 1, factContent('Ours.', [season], { citations: content.citations })),
    )
    expect(await listed('check', await makeAccount('fan'))).toEqual(['Open.'])
    await changeRows(`update submission set state = 'withdrawn' where author_id = ${other.id}`)
  })

  test('come again after a while when they are skipped, and at once when that is undone', async () => {
    const fan = await makeAccount('fan')
    const aside = { kind: 'check' as const, subject: String(facts['Open.']) }
    await putTaskAside(fan, aside)
    expect(await listed('check', fan)).toEqual(['Mine.'])
    await changeRows(`update task_aside set until = now() - interval '1 day' where account_id = ${fan.id}`)
    expect(await listed('check', fan)).toEqual(['Mine.', 'Open.'])
    await putTaskAside(fan, aside)
    await takeTaskUp(fan, aside)
    expect(await listed('check', fan)).toEqual(['Mine.', 'Open.'])
  })

  test('begin at another place for each of them', async () => {
    const firsts = new Set<number | undefined>()
    for (let one = 0; one < 12; one++) {
      const [first] = await candidates.check(await asker(await makeAccount('fan')), 1)
      firsts.add(first?.id)
    }
    expect(firsts.size).toBeGreaterThan(1)
  })
})

test('a place is sent as an edit, once under its key, and not upon another version', async () => {
  const id = await add('Later.', [season])
  const entry = numbers.get(id) ?? 0
  const answered = { entry, base: 1, key: newKey(), gate: { kind: 'place' as const, page: season } }
  const nowhere = { network: null }
  const fan = await makeAccount('fan')
  const sent = await placeFact(fan, answered, nowhere)
  expect(sent).toMatchObject({ ok: true, outcome: 'waiting' })
  expect(await placeFact(fan, answered, nowhere)).toEqual(sent)
  expect(await placeFact(owner, { ...answered, key: newKey() }, nowhere)).toMatchObject({
    outcome: 'published',
  })
  expect(await readRows(`select gate_kind from entry where id = ${id}`)).toEqual([{ gate_kind: 'place' }])
  expect(await placeFact(owner, { ...answered, key: newKey() }, nowhere)).toMatchObject({
    reason: 'conflict',
  })
  await publishNow(owner, edited('fact', id, 2, factContent('Later.', [season])))
})

test('what somebody did last survives its address', () => {
  for (const done of [
    { did: 'check' as const, check: 12 },
    { did: 'sent' as const, submission: 3 },
    { did: 'aside' as const, kind: 'wanted' as const, subject: 'mr. ajayi' },
    { did: 'undone' as const },
  ])
    expect(readDone(spellDone(done))).toEqual(done)
  for (const odd of ['check.x', 'aside.nothing.1', 'sent.', '', undefined]) expect(readDone(odd)).toBeNull()
})
