import { beforeAll, expect, test } from 'vitest'
import { countWanted } from '@/db/links/wanted'
import { transaction } from '@/db/postgres/client'
import { changeRows } from '@/db/postgres/testing'
import { recordResponse } from '@/lib/cache/dependencies'
import { answeredIn, duringVisit, visitOf } from '@/lib/cache/reader'
import { submit } from '@/lib/changesets/submit'
import {
  added,
  categoryContent,
  changesetOf,
  edited,
  factContent,
  fileContent,
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
import type { Gate } from '@/lib/content/gate'
import { plainText } from '@/lib/content/plain-text'
import { suggest, suggestingScope } from '@/lib/editing/suggest'
import { loadFact } from '@/lib/facts/loaders'
import { storedPicture } from '@/lib/files/testing'
import { paragraph, text } from '@/lib/kinds/samples'
import { loadAtTitle } from '@/lib/pages/loaders'
import { type Actor, visitor } from '@/lib/policy/actor'
import { type Progress, parseTokens } from '@/lib/progress/progress'
import { loadComparison } from '@/lib/revisions/loaders'
import { reply } from '@/lib/talk/reply'
import { startThread } from '@/lib/talk/start'
import { surfacesOf, textOf } from './testing-surfaces'

const { owner } = await openTestWiki('owner')

/** What stands behind each gate holds this word in all that it says: its title, text, summary, and pictures. */
const LATER = 'canarylater'
const UNKNOWN = 'canaryunknown'

const ids: Record<string, number> = {}
const revisions: number[] = []

/** Publishes one thing with a summary that tells as much. */
async function publishTelling(word: string, ...items: Parameters<typeof changesetOf>): Promise<number> {
  const changeset = { ...changesetOf(...items), summary: `About ${word}` }
  const answer = await submit(owner, changeset, { network: null })
  if (!answer.ok || answer.outcome !== 'published') throw new Error('it was not published')
  revisions.push(...answer.entries.map((one) => one.revisionId))
  return answer.entries[0]?.id ?? 0
}

async function publishBehind(gate: Gate, word: string): Promise<void> {
  const { work = 0, category = 0, source = 0 } = ids
  const page = pageContent(
    `The ${word} page`,
    { p: `A ${word} is in it` },
    {
      gate,
      categories: [category],
      lead: {
        type: 'doc',
        content: [
          { type: 'paragraph', attrs: { id: 'l' }, content: [{ type: 'text', text: `In short: ${word}` }] },
        ],
      },
    },
  )
  ids[`page ${word}`] = await publishTelling(word, added('page', page))
  const said = factContent(`It is a ${word}.`, [work], { gate, citations: [citationOf(source)] })
  ids[`fact ${word}`] = await publishTelling(word, added('fact', said))
  for (const about of ['page', 'fact']) {
    const entryId = ids[`${about} ${word}`] ?? 0
    const said = { subject: `About ${word}`, words: `It is ${word}.` }
    const begun = await startThread(owner, { key: newKey(), entryId, ...said })
    if (!begun.ok) throw new Error('it was not said')
    ids[`thread ${about} ${word}`] = begun.threadId
  }
  const object = await storedPicture(owner)
  ids[`file ${word}`] = await publishTelling(
    word,
    added('file', fileContent(object, `A ${word} drawn`, { gate })),
  )
}

beforeAll(async () => {
  await changeRows(`insert into infobox_field (kind, key, label, type, reverse_label, position) values
    ('topic', 'twist', 'Twist', 'page', 'Twist of', 0), ('topic', 'riddle', 'Riddle', 'line', null, 1)`)
  ids.category = await publishNew(owner, 'page', categoryContent('Things'))
  ids.source = await publishNew(owner, 'source', sourceContent('An article'))
  ids.work = await publishTelling('it', added('page', pageContent('The work', { p: 'It goes on.' })))
  ids.first = await publishNew(owner, 'page', seasonContent('Season one', ids.work, 1, '1 January 2020'))
  ids.second = await publishNew(owner, 'page', seasonContent('Season two', ids.work, 2, '1 January 2999'))
  await publishBehind({ kind: 'place', page: ids.second }, LATER)
  await publishBehind({ kind: 'unknown' }, UNKNOWN)
  const link = (word: string) => ({
    type: 'text' as const,
    text: 'what comes then',
    marks: [{ type: 'wikiLink' as const, attrs: { page: ids[`page ${word}`] ?? 0, title: null } }],
  })
  const shown = (word: string) => ({
    type: 'image' as const,
    attrs: { id: `i${ids[`file ${word}`]}`, file: ids[`file ${word}`] ?? 0, place: 'right' as const },
    content: [],
  })
  const later: Gate = { kind: 'place', page: ids.second }
  const passage = (word: string, gate: Gate) => ({
    type: 'spoiler' as const,
    attrs: { id: `s${gate.kind}`, gate },
    // Nothing else names that title, and no page has it: it is wanted by what is closed alone.
    content: [
      paragraph(
        null,
        `A passage on ${word}`,
        text('who comes', { type: 'wikiLink', attrs: { page: null, title: `Who ${word} is` } }),
      ),
    ],
  })
  const twist = { type: 'wikiLink' as const, attrs: { page: ids.first, title: null } }
  const content = pageContent(
    'The work',
    { p: 'It goes on.' },
    {
      infobox: {
        twist: [{ type: 'text', text: `The ${LATER} season`, marks: [twist] }],
        riddle: [{ type: 'text', text: `A riddle of ${UNKNOWN}` }],
      },
      gates: { twist: later, riddle: { kind: 'unknown' } },
    },
  )
  content.body.content.push(
    passage(LATER, later),
    passage(UNKNOWN, { kind: 'unknown' }),
    { type: 'paragraph', attrs: { id: 'q' }, content: [link(LATER), link(UNKNOWN)] },
    shown(LATER),
    shown(UNKNOWN),
    { type: 'factList', attrs: { id: 'f', facts: [ids[`fact ${LATER}`] ?? 0, ids[`fact ${UNKNOWN}`] ?? 0] } },
  )
  await publishTelling('it', edited('page', ids.work, 1, content))
  // What its author says tells of more than the page, as the beginning of a thread, and as an answer.
  const about = { key: newKey(), entryId: ids.work }
  const telling = { words: `It is ${LATER}.`, gate: ids.second }
  const begun = await startThread(owner, { ...about, subject: `Who is ${LATER}?`, ...telling })
  const open = await startThread(owner, { ...about, key: newKey(), subject: 'A start', words: 'Where?' })
  if (!begun.ok || !open.ok) throw new Error('it was not said')
  ids['thread later'] = begun.threadId
  ids['thread open'] = open.threadId
  await reply(owner, { key: newKey(), threadId: open.threadId, answers: 1, ...telling })
  await transaction((tx) => countWanted(tx, 100))
}, 60_000)

/** What readers at a place (the tokens of their progress) are told, by surface; asked once, until something changes. */
const told = new Map<string, Promise<[name: string, text: string][]>>()

async function walk(tokens: string): Promise<[name: string, text: string][]> {
  const progress: Progress | null = tokens === '' ? null : parseTokens(tokens.split('~'))
  const texts: [name: string, text: string][] = []
  for (const [name, read] of Object.entries(surfacesOf({ owner, ids, revisions, words: [LATER, UNKNOWN] }))) {
    const record = { tags: new Set<string>(), expiresAt: null, failed: false }
    const shown = await duringVisit(visitOf(progress), () => recordResponse(record, read))
    texts.push([name, textOf(shown)])
  }
  return texts
}

/** Where a reader at a place finds a word. */
async function foundBy(tokens: string, word: string): Promise<string[]> {
  const texts = told.get(tokens) ?? walk(tokens)
  told.set(tokens, texts)
  return (await texts).flatMap(([name, text]) => (text.includes(word) ? [name] : []))
}

test('what is closed is nowhere: for the public, for who has said nothing of the work, and for who is not there yet', async () => {
  const { work, first, second } = ids
  expect(await foundBy('', LATER)).toEqual([])
  expect(await foundBy(`w${work}p${first}`, LATER)).toEqual([])
  expect(await foundBy(`w${work}p0`, LATER)).toEqual([])
  for (const tokens of ['', `w${work}p${first}`, `w${work}p${second}`])
    expect(await foundBy(tokens, UNKNOWN), tokens).toEqual([])
}, 60_000)

test('who is there finds it everywhere, and who has seen everything also what nobody knows the place of', async () => {
  const there = await foundBy(`w${ids.work}p${ids.second}`, LATER)
  const all = await foundBy('all', UNKNOWN)
  for (const name of [
    'page The_work',
    'fact 1',
    'file 1',
    'facts',
    'files',
    'recent changes',
    'contributions',
  ])
    expect(there, name).toContain(name)
  expect(there).toEqual(
    expect.arrayContaining([
      `search ${LATER}`,
      `suggestions ${LATER}`,
      `page The_${LATER}_page`,
      'front page',
      'comparison of the work',
    ]),
  )
  for (const name of ['page The_work', 'fact 2', 'file 2', `search ${UNKNOWN}`, `page The_${UNKNOWN}_page`])
    expect(all, name).toContain(name)
}, 60_000)

test('suggestions name what is closed only to accounts that may write, and only where their form asks', async () => {
  const [fan, blocked] = [await makeAccount('fan'), { ...(await makeAccount('fan')), isBlocked: true }]
  const named = async (actor: Actor, isClosedAsked: boolean) =>
    (await suggest(await suggestingScope(actor, isClosedAsked), UNKNOWN, 'page,fact')).map(({ kind }) => kind)
  for (const actor of [visitor, fan, blocked, owner]) expect(await named(actor, false)).toEqual([])
  for (const actor of [visitor, blocked]) expect(await named(actor, true)).toEqual([])
  for (const actor of [fan, owner]) expect((await named(actor, true)).sort()).toEqual(['fact', 'page'])
})

test('a fact that somebody has opened by itself is open to them, and nothing else is', async () => {
  const found = await foundBy('f1', LATER)
  expect(found).toContain('fact 1')
  expect(found.filter((name) => /file|The_canarylater/.test(name))).toEqual([])
}, 60_000)

test('a passage that somebody has opened by itself is open to them in the comparison with today’s version, and nothing else is', async () => {
  const compared = async (tokens: string) => {
    const record = { tags: new Set<string>(), expiresAt: null, failed: false }
    const read = () => loadComparison(String(revisions[0]), String(revisions.at(-1)))
    return textOf(await duringVisit(visitOf(parseTokens([tokens])), () => recordResponse(record, read)))
  }
  const opened = await compared(`b${ids.work}.splace`)
  expect(opened).toContain(`A passage on ${LATER}`)
  for (const closed of [`The ${LATER} season`, UNKNOWN]) expect(opened).not.toContain(closed)
  for (const other of [`b${ids.second}.splace`, `b${ids.work}.other`])
    expect(await compared(other)).not.toContain(LATER)
  expect(await foundBy(`b${ids.work}.splace`, LATER)).toEqual(['comparison of the work'])
}, 60_000)

test('a value of the infobox is a lock that tells its place and no more; the other end tells nothing', async () => {
  const asked = async (tokens: string) => {
    const visit = visitOf(tokens === '' ? null : parseTokens(tokens.split('~')))
    const record = { tags: new Set<string>(), expiresAt: null, failed: false }
    const read = (title: string) => duringVisit(visit, () => recordResponse(record, () => loadAtTitle(title)))
    const [work, season] = [await read('The_work'), await read('Season_one')]
    if (work.state !== 'found' || season.state !== 'found') throw new Error('they are not shown')
    const rows = work.page.infobox.map(({ key, value, lock }) => [key, plainText(value), lock?.from])
    return { rows, ends: season.page.ends, named: answeredIn(visit).named }
  }
  const { rows, ends, named } = await asked('')
  expect(rows).toEqual([
    ['twist', '', 'Season two'],
    ['riddle', '', null],
  ])
  expect(ends).toEqual([])
  expect(named).toEqual(expect.arrayContaining([`p${ids.second}`, 'p0']))
  const there = await asked(`w${ids.work}p${ids.second}`)
  expect(there.rows).toEqual([
    ['twist', `The ${LATER} season`, undefined],
    ['riddle', '', null],
  ])
  expect(there.ends).toEqual([])
  expect((await asked('all')).rows[1]).toEqual(['riddle', `A riddle of ${UNKNOWN}`, undefined])
})

test('a page names the places that it depends on, and expires when the next of them opens', async () => {
  const record = { tags: new Set<string>(), expiresAt: null as number | null, failed: false }
  const visit = visitOf(null)
  await duringVisit(visit, () => recordResponse(record, () => loadFact('1')))
  expect(answeredIn(visit).named).toEqual(['f1', `p${ids.second}`])
  expect([...record.tags]).toContain('places')
  expect(record.expiresAt).toBe(Date.UTC(2999, 0, 31))
})

test('it is public once its place has opened, so many days after the release as the wiki says; or never', async () => {
  const later = seasonContent('Season two', ids.work ?? 0, 2, '2 February 2020')
  const { event } = await publishNow(owner, edited('page', ids.second ?? 0, 1, later))
  expect(event).toBeGreaterThan(0)
  told.clear()
  const found = await foundBy('', LATER)
  expect(found).toEqual(
    expect.arrayContaining([
      'page The_work',
      'fact 1',
      `search ${LATER}`,
      `page The_${LATER}_page`,
      'file 1',
      'feed recent',
      'feed facts',
    ]),
  )
  expect(await foundBy(`w${ids.work}p${ids.first}`, LATER)).toEqual([])
  await changeRows(`insert into setting (key, value) values ('spoilers_open_after_days', 'null'::jsonb)`)
  told.clear()
  expect(await foundBy('', LATER)).toEqual([])
}, 60_000)
