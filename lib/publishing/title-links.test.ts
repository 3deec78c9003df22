import { beforeEach, describe, expect, test } from 'vitest'
import { findBacklinks } from '@/db/links/backlinks'
import { primary } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { signEvent } from '@/lib/cache/saved'
import {
  edited,
  factContent,
  makeAccount,
  newKey,
  pageContent,
  prepareWiki,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import type { Block } from '@/lib/content/document'
import { loadPageBacklinks } from '@/lib/entries/backlinks'
import { ask, behind, openGateway, SECRET, signal } from '@/lib/gateway/http/testing'
import { paragraph, text } from '@/lib/kinds/samples'
import { addAlias } from '@/lib/moderation/add-alias'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { removeAlias } from '@/lib/moderation/remove-alias'
import { renamePage } from '@/lib/moderation/rename-page'
import { restoreEntry } from '@/lib/moderation/restore-entry'
import { loadAtTitle } from '@/lib/pages/loaders'
import type { AccountActor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { titlePath } from '@/lib/titles/spelling'
import { titleKey } from '@/lib/titles/title'
import { catchUpTitleLinks } from './catch-up-title-links'

const gateway = openGateway()
const NOWHERE = { network: null }
let moderator: AccountActor
let count = 0
/** Titles that nobody else has. */
let [from, to] = ['', '']

beforeEach(async () => {
  if (!moderator) {
    await prepareWiki()
    moderator = await makeAccount('moderator')
  }
  count += 1
  ;[from, to] = [`From ${count}`, `To ${count}`]
  // What renders: the page, as the title that its link names, or as a red link.
  behind.handler = async (req, res) => {
    const address = req.url?.slice('/wiki/'.length) ?? ''
    const at = await loadAtTitle(address)
    const name = at.state === 'found' ? at.page.names.get(titleKey(to)) : undefined
    const body = name && !name.isGone ? `leads to ${name.label}` : 'red'
    res.writeHead(200, { 'content-type': 'text/html' }).end(body)
  }
})

const named = (title: string) => text('words', { type: 'wikiLink', attrs: { page: null, title } })
const linked = (page: number) => text('more', { type: 'wikiLink', attrs: { page, title: null } })

const linking = (title: string, ...blocks: Block[]) =>
  pageContent(title, {}, { body: { type: 'doc', content: blocks } })

/** A page with a link to a title that was typed. */
const writeFrom = (title = from, target = to) =>
  publishNew(moderator, 'page', linking(title, paragraph('p', named(target))))

const reason = 'Part of a test'
const eventOf = (done: { ok: true; event: number } | { ok: false }) => {
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.event
}

/** What a reader sees who asks after the gateway has heard of an event. */
async function seen(event: number): Promise<string> {
  const cookie = `loreleaf_saved=${signEvent(event, SECRET)}`
  return (await ask(gateway, `/wiki/${titlePath(from)}`, { headers: { cookie } })).body
}

const make = async (title: string) => {
  const { entries, event } = await publishNow(moderator, {
    ...{ kind: 'page' as const, entryId: null, baseNumber: null },
    content: pageContent(title),
  })
  return { entryId: entries[0]?.id ?? 0, event }
}

const pointing = async (title: string) => {
  const at = await loadPageBacklinks(titlePath(title), null, undefined)
  if (at.state !== 'found' && at.state !== 'wanted') return at.state
  return at.list.groups.map(({ kind, links }) => [kind, ...links.map(({ label }) => label)].join(': '))
}

const rowsOf = (id: number) =>
  readRows(`select key, since::int, until::int from title_link where from_id = ${id} order by key, since`)

describe('a link to a title', () => {
  test('is red until there is a page, and red again while that is deleted; the gateway forgets just those pages', async () => {
    await writeFrom()
    expect(await seen(0)).toBe('red')
    const { entryId, event } = await make(to)
    expect(await seen(event)).toBe(`leads to ${to}`)
    const renders = behind.renders.length
    await make(`${to} of another name`)
    expect(await seen((await make(`${to} of a third`)).event)).toBe(`leads to ${to}`)
    expect(behind.renders).toHaveLength(renders)
    expect(await seen(eventOf(await deleteEntry(moderator, { entryId, reason }, NOWHERE)))).toBe('red')
    expect(await seen(eventOf(await restoreEntry(moderator, { entryId, reason }, NOWHERE)))).toBe(
      `leads to ${to}`,
    )
  })

  test('follows a page that is called otherwise, and other titles that lead to it', async () => {
    await writeFrom()
    const { entryId } = await make(to)
    const renaming = { entryId, title: `Renamed ${count}`, reason, key: newKey() }
    expect(await seen(eventOf(await renamePage(moderator, renaming, NOWHERE)))).toBe(
      `leads to Renamed ${count}`,
    )
    const old = { entryId, alias: to, reason }
    expect(await seen(eventOf(await removeAlias(moderator, old, NOWHERE)))).toBe('red')
    const again = { entryId, title: to.toUpperCase(), reason }
    expect(await seen(eventOf(await addAlias(moderator, again, NOWHERE)))).toBe(`leads to Renamed ${count}`)
  })

  test('is never left red by a page that is made while the page with the link is rendered', async () => {
    await writeFrom()
    const render = behind.handler
    const [hasRead, mayFinish] = [signal(), signal()]
    behind.handler = async (req, res) => {
      const end = res.end.bind(res)
      res.end = ((body: string) => {
        hasRead.give()
        mayFinish.given.then(() => end(body))
        return res
      }) as typeof res.end
      await render?.(req, res)
    }
    const early = ask(gateway, `/wiki/${titlePath(from)}`)
    await hasRead.given
    const { event } = await make(to)
    behind.handler = render
    const late = seen(event)
    mayFinish.give()
    expect((await early).body).toBe('red')
    expect(await late).toBe(`leads to ${to}`)
    expect(await seen(event)).toBe(`leads to ${to}`)
  })

  test('is never left red by a page that is made while the page with the link is saved', async () => {
    for (let round = 0; round < 8; round += 1) {
      ;[from, to] = [`From ${count}.${round}`, `To ${count}.${round}`]
      const both = await Promise.all(round % 2 ? [writeFrom(), make(to)] : [make(to), writeFrom()])
      const event = both.flatMap((one) => (typeof one === 'number' ? [] : one.event))[0] ?? 0
      expect(await seen(event)).toBe(`leads to ${to}`)
      expect(await pointing(to)).toEqual([`mentions: ${from}`])
    }
  })
})

describe('what links here', () => {
  test('tells of links by title and by entry, each page once, and of a title that no page has yet', async () => {
    await writeFrom()
    expect(await pointing(to)).toEqual([`mentions: ${from}`])
    expect(await pointing(`${to} of nobody`)).toEqual([])
    expect(await pointing('a//b')).toBe('missing')
    const { entryId } = await make(to)
    await addAlias(moderator, { entryId, title: `Also ${to}`, reason }, NOWHERE)
    const both = [paragraph('p', named(to), linked(entryId), named(`also ${to}`))]
    await publishNew(moderator, 'page', linking(`Both ${count}`, ...both))
    const fact = factContent('x', [entryId], { statement: [named(to.toLowerCase())] })
    await publishNew(moderator, 'fact', fact)
    expect(await pointing(to)).toEqual(['about: words', `mentions: ${from}: Both ${count}: words`])
  })

  test('is told anew when a link is written, and when the page that has it comes or goes', async () => {
    behind.handler = async (_, res) => {
      res.writeHead(200, { 'content-type': 'text/html' }).end(JSON.stringify(await pointing(to)))
    }
    const asked = async (event: number) => {
      const cookie = `loreleaf_saved=${signEvent(event, SECRET)}`
      return (await ask(gateway, `/links/${titlePath(to)}`, { headers: { cookie } })).body
    }
    const { event } = await make(to)
    expect(await asked(event)).toBe('[]')
    const written = await publishNow(moderator, {
      ...{ kind: 'page' as const, entryId: null, baseNumber: null },
      content: linking(from, paragraph('p', named(to))),
    })
    expect(await asked(written.event)).toBe(`["mentions: ${from}"]`)
    const linker = { entryId: written.entries[0]?.id ?? 0, reason }
    expect(await asked(eventOf(await deleteEntry(moderator, linker, NOWHERE)))).toBe('[]')
    expect(await asked(eventOf(await restoreEntry(moderator, linker, NOWHERE)))).toBe(`["mentions: ${from}"]`)
    const without = edited('page', linker.entryId, 1, linking(from))
    expect(await asked((await publishNow(moderator, without)).event)).toBe('[]')
  })

  test('continues after the last of a page, without a gap or one twice', async () => {
    const { entryId } = await make(to)
    await addAlias(moderator, { entryId, title: `Also ${to}`, reason }, NOWHERE)
    const kinds = [named(to), linked(entryId), named(`Also ${to}`)]
    const ids: number[] = []
    for (let at = 0; at < 9; at += 1) {
      const content = linking(
        `${from}.${at}`,
        paragraph('p', ...kinds.filter((_, kind) => (at + kind) % 4 !== 0)),
      )
      ids.push(await publishNew(moderator, 'page', content))
    }
    const found: number[] = []
    for (let after: { kind: 'mentions'; from: number } | null = null; ; ) {
      const asked = { kind: null, after, most: 2 }
      const rows = await findBacklinks(primary(), writersScope, { toId: entryId }, asked)
      found.push(...rows.map(({ id }) => id))
      const last = rows.at(-1)
      if (!last) break
      after = { kind: 'mentions', from: last.id }
    }
    expect(found).toEqual(ids)
  })
})

describe('the table of links by title', () => {
  test('tells since and until when each was there', async () => {
    const id = await writeFrom()
    await publishNow(
      moderator,
      edited('page', id, 1, linking(from, paragraph('p', named('Other'), named(to)))),
    )
    await publishNow(moderator, edited('page', id, 2, linking(from, paragraph('p', named('Other')))))
    await publishNow(moderator, edited('page', id, 3, linking(from, paragraph('p', named(to)))))
    const sequences = await readRows(
      `select sequence::int from revision where entry_id = ${id} order by number`,
    )
    const [first, second, third, fourth] = sequences.map((row) => row.sequence)
    expect(await rowsOf(id)).toEqual([
      { key: 'other', since: second, until: fourth },
      { key: titleKey(to), since: first, until: third },
      { key: titleKey(to), since: fourth, until: null },
    ])
  })

  test('has no row for what can be no title, and such a link can be saved', async () => {
    const words = [named('_'), named('ཀ'.repeat(200)), named('👩‍👩‍👧'.repeat(200))]
    const id = await publishNew(moderator, 'page', linking(from, paragraph('p', ...words)))
    expect((await rowsOf(id)).map(({ key }) => key)).toEqual(['ཀ'.repeat(200)])
  })

  test('is filled from what an earlier release published, in bounded steps, once, and goes on where it stopped', async () => {
    const rows = () =>
      readRows(`select from_id::int, key, until from title_link where until is null order by 1, 2`)
    const id = await writeFrom()
    const fact = factContent('x', [id], { statement: [named(to)] })
    await publishNew(moderator, 'fact', fact)
    const before = await rows()
    await changeRows('delete from title_link')
    await changeRows('delete from derivation')
    await catchUpTitleLinks(3)
    expect(await rows()).toEqual(before)
    const [head] = await readRows(`select sequence::int from revision where entry_id = ${id}`)
    expect(await rowsOf(id)).toEqual([{ key: titleKey(to), since: head?.sequence, until: null }])

    await changeRows(`delete from title_link`)
    await changeRows(`update derivation set is_done = false, through_id = ${id - 1}`)
    await Promise.all([catchUpTitleLinks(1), catchUpTitleLinks(1)])
    expect((await rows()).map((row) => row.from_id)).toEqual([id, expect.any(Number)])
    await changeRows(`delete from title_link`)
    await catchUpTitleLinks()
    expect(await rows()).toEqual([])
  })
})
