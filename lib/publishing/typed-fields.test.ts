import { beforeAll, describe, expect, test } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import { tags } from '@/lib/cache/tags'
import {
  edited,
  factContent,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
} from '@/lib/changesets/testing'
import type { RichLine } from '@/lib/content/document'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { addAlias } from '@/lib/moderation/add-alias'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { renamePage } from '@/lib/moderation/rename-page'
import { restoreEntry } from '@/lib/moderation/restore-entry'
import { withhold } from '@/lib/withholding/withhold'
import {
  addTypedKinds,
  character,
  endsAsOf,
  endsOf,
  fresh,
  linkTo,
  pageAt,
  relations,
  revisionOf,
  saidBy,
  taggedBy,
  values,
  words,
} from './testing-fields'

const { moderator, owner } = await openTestWiki('moderator', 'owner')
const NOWHERE = { network: null }
const reason = 'Part of a test'

beforeAll(addTypedKinds)

const make = (content: PageContent) => publishNew(moderator, 'page', content)
const edit = (id: number, base: number, content: PageContent) =>
  publishNow(moderator, edited('page', id, base, content))

describe('the other end of a field', () => {
  test('shows who names a page by its id, by a title, and by plain words, once each and under one heading', async () => {
    const joe = fresh('Joe')
    const id = await make(pageContent(joe))
    await addAlias(moderator, { entryId: id, title: `${joe} Locke`, reason }, NOWHERE)
    const [charlie, nick] = [fresh('Charlie'), fresh('Nick')]
    await make(character(charlie, { played_by: linkTo(id), friends: words(`${joe} and ${nick}`) }))
    await make(character(nick, { played_by: words(`${joe.toUpperCase()} LOCKE`) }))
    const nellie = fresh('Nellie')
    await make(pageContent(nellie, {}, { kind: 'creature', infobox: { voice: linkTo(id) } }))
    expect(await endsOf(joe)).toEqual([
      ['Plays', charlie, nellie, nick],
      ['Friend of', charlie],
    ])
  })

  test('leaves out whom the page names itself in a field of the same name', async () => {
    const [tara, darcy, sahar] = [fresh('Tara'), fresh('Darcy'), fresh('Sahar')]
    const id = await make(character(tara, { partner: words(darcy) }))
    await make(character(darcy, { partner: linkTo(id) }))
    await make(character(sahar, { partner: linkTo(id) }))
    expect(await endsOf(tara)).toEqual([['Partner', sahar]])
    expect(await endsOf(darcy)).toEqual([])
    expect(await endsOf(sahar)).toEqual([])
  })

  test('follows what is written, renamed, ordered and taken away, and old versions show what was', async () => {
    const [series, first, second] = [fresh('Series'), fresh('Pilot'), fresh('Finale')]
    const work = await make(pageContent(series))
    const part = (title: string, number: number) =>
      pageContent(title, {}, { kind: 'episode', ordinal: { work, number } })
    const one = await make(part(first, 1))
    await make(part(second, 2))
    await edit(work, 1, pageContent(series, { p: 'Two episodes.' }))
    expect(await endsOf(series)).toEqual([['Episodes', first, second]])
    const moved = await edit(one, 1, part(first, 3))
    expect(await taggedBy(moved.event)).toContain(tags.namedIn(work))
    expect(await endsOf(series)).toEqual([['Episodes', second, first]])
    const renamed = fresh('The end')
    await renamePage(moderator, { entryId: one, title: renamed, reason, key: newKey() }, NOWHERE)
    expect(await endsOf(series)).toEqual([['Episodes', second, renamed]])
    expect(await relations(one)).toMatchObject([{ ordinal: 3, sort_key: renamed.toLowerCase(), until: null }])
    await edit(one, 3, pageContent(renamed, {}, { kind: 'episode' }))
    await edit(work, 2, pageContent(series, { p: 'One episode.' }))
    expect(await endsOf(series)).toEqual([['Episodes', second]])
    expect(await endsAsOf(await revisionOf(work, 1))).toEqual([])
    expect(await endsAsOf(await revisionOf(work, 2))).toEqual([['Episodes', second, renamed]])
    expect(await endsAsOf(await revisionOf(work, 3))).toEqual([['Episodes', second]])
  })

  test('an edit of something else says nothing to the other end', async () => {
    const [joe, charlie] = [fresh('Joe'), fresh('Charlie')]
    const id = await make(pageContent(joe))
    const from = await make(character(charlie, { played_by: linkTo(id), height: words('170') }))
    const before = await relations(from)
    const told = await edit(from, 1, character(charlie, { played_by: linkTo(id), height: words('171 cm') }))
    expect(await taggedBy(told.event)).not.toContain(tags.namedIn(id))
    expect(await relations(from)).toEqual(before)
    const respelled = charlie.toUpperCase()
    const spelled = await edit(
      from,
      2,
      character(respelled, { played_by: linkTo(id), height: words('171 cm') }),
    )
    expect(await taggedBy(spelled.event)).toContain(tags.namedIn(id))
    expect(await endsOf(joe)).toEqual([['Plays', respelled]])
  })

  test('does not show what is deleted, gated, or private life without a source', async () => {
    const joe = fresh('Joe')
    const id = await publishNew(moderator, 'page', pageContent(joe, {}, { kind: 'person', isLiving: false }))
    const topic = await make(pageContent(fresh('Topic')))
    const said = async (statement: string, rest = {}) =>
      publishNew(moderator, 'fact', factContent(statement, [topic], { speaker: id, ...rest }))
    const open = await said('Open.')
    await said('Closed.', { gate: { kind: 'unknown' } })
    await said('About him.', { about: [id] })
    const second = await said('Second.')
    const isPrivate = await said('Private.')
    await changeRows(`update fact_facet set is_private_life = true where entry_id = ${isPrivate}`)
    expect(await saidBy(joe)).toEqual(['Open.', 'Second.'])
    const gone = await deleteEntry(moderator, { entryId: open, reason }, NOWHERE)
    expect(gone.ok && (await taggedBy(gone.event))).toContain(tags.namedIn(id))
    expect(await saidBy(joe)).toEqual(['Second.'])
    await restoreEntry(moderator, { entryId: open, reason }, NOWHERE)
    const gated = await publishNow(
      moderator,
      edited('fact', second, 1, factContent('Second.', [topic], { speaker: id, gate: { kind: 'unknown' } })),
    )
    expect(await taggedBy(gated.event)).toContain(tags.namedIn(id))
    expect(await saidBy(joe)).toEqual(['Open.'])
  })

  test('old versions leave out what was withheld since, and are told of it', async () => {
    const [joe, charlie] = [fresh('Joe'), fresh('Charlie')]
    const id = await make(pageContent(joe))
    const from = await make(character(charlie, { played_by: words(joe) }))
    await edit(id, 1, pageContent(joe, { p: 'An actor.' }))
    await edit(from, 1, character(charlie, {}))
    expect(await endsAsOf(await revisionOf(id, 2))).toEqual([['Plays', charlie]])
    const range = { entryId: from, from: 1, to: 1, parts: ['text' as const], reason, words: null }
    const hidden = await withhold(moderator, { ...range, strength: 'hidden' }, NOWHERE)
    expect(hidden.ok && (await taggedBy(hidden.event))).toContain(tags.namedIn(id))
    expect(await endsAsOf(await revisionOf(id, 2))).toEqual([])
    await withhold(owner, { ...range, strength: 'erased' }, NOWHERE)
    expect(await relations(from)).toEqual([])
  })
})

describe('what a field says', () => {
  test('is stored by its type, in full where it fits, and shown as it was written', async () => {
    const [joe, charlie] = [fresh('Joe'), fresh('Charlie')]
    await make(pageContent(joe))
    const infobox = {
      ...{ played_by: words(`${joe} (from 2022)`), height: words('170'), seen: words('some day') },
      friends: words('Nobody at all'),
    }
    const from = await make(character(charlie, infobox))
    expect(await values(from)).toEqual([
      {
        ...{ field: 'character.height', type: 'number', fits: true, number: 170, unit: 'cm' },
        ...{ first: null, last: null },
      },
      {
        ...{ field: 'character.seen', type: 'date', fits: false, number: null, unit: null },
        ...{ first: null, last: null },
      },
    ])
    const shown = await pageAt(charlie)
    const lines = shown.infobox.map(({ label, section, value }) => [
      label,
      section,
      value.map((node) => (node.type === 'text' ? node.text : '')).join('|'),
    ])
    expect(lines).toEqual([
      ['Played by', null, `${joe} (from 2022)`],
      ['Friends', null, 'Nobody at all'],
      ['First seen', null, 'some day'],
      ['Height', 'Looks', '170\u00a0cm'],
    ])
  })

  test('links each name where it stands, not within another one or beside its own link', async () => {
    const [ann, charlie] = [fresh('Ann'), fresh('Charlie')]
    await make(pageContent(ann))
    const byTitle: RichLine[number] = {
      ...{ type: 'text', text: ann },
      marks: [{ type: 'wikiLink', attrs: { page: null, title: ann } }],
    }
    await make(
      character(charlie, {
        friends: words(`${ann} Smith, ${ann}`),
        played_by: [byTitle, ...words(` or ${ann}`)],
      }),
    )
    const lines = (await pageAt(charlie)).infobox.map(({ value }) =>
      value.map((node) => (node.type === 'text' ? [node.text, node.marks?.length ?? 0] : node)),
    )
    expect(lines).toEqual([
      [
        [ann, 1],
        [` or ${ann}`, 0],
      ],
      [
        [`${ann} Smith, `, 0],
        [ann, 1],
      ],
    ])
  })

  test('links words that name a page, under its new title too; a deleted one leaves a mark', async () => {
    const [joe, charlie] = [fresh('Joe'), fresh('Charlie')]
    const id = await make(pageContent(joe))
    await make(character(charlie, { played_by: words(joe), friends: words(`${joe}, Nobody`) }))
    const renamed = fresh('Joseph')
    await renamePage(moderator, { entryId: id, title: renamed, reason, key: newKey() }, NOWHERE)
    const { infobox, names } = await pageAt(charlie)
    const mark = { type: 'wikiLink', attrs: { page: null, title: joe.toLowerCase() } }
    expect(infobox[0]?.value).toEqual([{ type: 'text', text: joe, marks: [mark] }])
    expect(infobox[1]?.value).toEqual([
      { type: 'text', text: joe, marks: [mark] },
      { type: 'text', text: ', Nobody' },
    ])
    expect(names.get(joe.toLowerCase())).toMatchObject({ label: renamed, isGone: false })
    await deleteEntry(moderator, { entryId: id, reason }, NOWHERE)
    expect((await pageAt(charlie)).names.get(joe.toLowerCase())).toMatchObject({ isGone: true })
  })
})
