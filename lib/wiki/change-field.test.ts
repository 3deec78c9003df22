import { beforeAll, describe, expect, test } from 'vitest'
import { transaction } from '@/db/postgres/client'
import { takePublishLock } from '@/db/postgres/locks'
import { changeRows, somebodyWaits } from '@/db/postgres/testing'
import { recordResponse } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import {
  edited,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  send,
} from '@/lib/changesets/testing'
import { loadPageBacklinks } from '@/lib/entries/backlinks'
import { signal } from '@/lib/gateway/http/testing'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { renamePage } from '@/lib/moderation/rename-page'
import { restoreEntry } from '@/lib/moderation/restore-entry'
import {
  addTypedKinds,
  character,
  endsOf,
  fresh,
  linkTo,
  pageAt,
  relations,
  words,
} from '@/lib/publishing/testing-fields'
import { titlePath } from '@/lib/titles/spelling'
import { changeField } from './change-field'

const { moderator, owner } = await openTestWiki('moderator', 'owner')
const other = await makeAccount('moderator')
const NOWHERE = { network: null }
const reason = 'Part of a test'

beforeAll(addTypedKinds)

const make = (content: PageContent) => publishNew(moderator, 'page', content)

describe('a field gets another type', () => {
  const retype = (type: 'text' | 'page' | 'pages', key = 'played_by') =>
    changeField(owner, { kind: 'character', key, type, reason }, NOWHERE)

  test('while a page is published: no row of the former type is written after it', async () => {
    const [joe, charlie] = [fresh('Joe'), fresh('Charlie')]
    const id = await make(pageContent(joe))
    const mayFinish = signal()
    const holding = transaction(async (tx) => {
      await takePublishLock(tx)
      await mayFinish.given
    })
    const retyping = retype('text', 'friends')
    await somebodyWaits(1)
    const publishing = make(character(charlie, { friends: linkTo(id) }))
    await somebodyWaits(2)
    mayFinish.give()
    await holding
    expect(await retyping).toMatchObject({ ok: true })
    expect(await relations(await publishing)).toEqual([])
    expect(await retype('pages', 'friends')).toMatchObject({ ok: true })
  })

  test('is refused to moderators, for a field that is not there, and where nothing changes', async () => {
    const same = { kind: 'character', key: 'played_by', type: 'page' as const, reason }
    expect(await changeField(moderator, same, NOWHERE)).toMatchObject({ ok: false, reason: 'not_allowed' })
    expect(await changeField(owner, same, NOWHERE)).toMatchObject({ ok: false, reason: 'no_change' })
    expect(await changeField(owner, { ...same, key: 'none' }, NOWHERE)).toMatchObject({
      ok: false,
      reason: 'not_found',
    })
  })
})

describe('several at once', () => {
  test('two editors name the same page in different fields, and both hold', async () => {
    const [joe, charlie] = [fresh('Joe'), fresh('Charlie')]
    const id = await make(pageContent(joe))
    const from = await make(character(charlie, { height: words('170') }))
    const both = await Promise.all([
      send(
        moderator,
        edited('page', from, 1, character(charlie, { height: words('170'), played_by: linkTo(id) })),
      ),
      send(other, edited('page', from, 1, character(charlie, { height: words('170'), friends: words(joe) }))),
    ])
    expect(both).toMatchObject([{ ok: true }, { ok: true }])
    expect(await endsOf(joe)).toEqual([
      ['Plays', charlie],
      ['Friend of', charlie],
    ])
  })

  test('the far end is renamed, or deleted, while an edit names it', async () => {
    for (const act of ['rename', 'delete'] as const) {
      const [joe, charlie, renamed] = [fresh('Joe'), fresh('Charlie'), fresh('Joseph')]
      const id = await make(pageContent(joe))
      const from = await make(character(charlie, {}))
      const [written] = await Promise.all([
        send(moderator, edited('page', from, 1, character(charlie, { played_by: words(joe) }))),
        act === 'rename'
          ? renamePage(other, { entryId: id, title: renamed, reason, key: newKey() }, NOWHERE)
          : deleteEntry(other, { entryId: id, reason }, NOWHERE),
      ])
      expect(written).toMatchObject({ ok: true })
      if (act === 'delete') await restoreEntry(other, { entryId: id, reason }, NOWHERE)
      expect(await endsOf(act === 'rename' ? renamed : joe)).toEqual([['Plays', charlie]])
    }
  })
})

test('a page of 50,000 members gives the first, their number and the rest by pages, and depends on no member', async () => {
  const joe = fresh('Joe')
  const id = await make(pageContent(joe))
  await changeRows(`
    create temp table made on commit preserve rows as select nextval('page_number')::int as number, n from generate_series(1, 50000) n;
    alter table entry disable trigger user; alter table revision disable trigger user;
    insert into entry (kind, number, label) select 'page', number, 'Member ' || lpad(n::text, 5, '0') from made;
    insert into page_facet (entry_id, kind, sort_key, language, is_living_person)
      select e.id, 'character', lower(e.label), 'en', false from entry e join made on made.number = e.number and e.kind = 'page';
    insert into relation (from_id, to_id, field, position, since, ordinal, sort_key)
      select e.id, ${id}, 'character.played_by', 0, 1, 0, lower(e.label)
      from entry e join made on made.number = e.number and e.kind = 'page';
    update entry set deleted_at = now() where label like 'Member 00%' and label > 'Member 00300';
    analyze entry; analyze relation`)
  const record = { tags: new Set<string>(), expiresAt: null, failed: false }
  const shown = await recordResponse(record, () => pageAt(joe))
  const [plays] = shown.ends
  expect(plays).toMatchObject({ label: 'Plays', count: 50_000 })
  expect(plays?.members.map(({ label }) => label).slice(-1)).toEqual(['Member 00020'])
  expect([...record.tags].filter((tag) => tag.startsWith('entry:'))).toEqual([tags.entry(id)])
  let after: string | undefined
  const seen: string[] = []
  for (let at = 0; at < 3; at += 1) {
    const list = await loadPageBacklinks(titlePath(joe), undefined, after, 'character.played_by')
    if (list.state !== 'members') throw new Error(list.state)
    seen.push(...list.list.members.map(({ label }) => label))
    after = String(list.list.next)
  }
  expect(seen).toEqual(Array.from({ length: 300 }, (_, n) => `Member ${String(n + 1).padStart(5, '0')}`))
})
