import { beforeAll, describe, expect, test } from 'vitest'
import { findEntryNames } from '@/db/entries/titles'
import { primary } from '@/db/postgres/client'
import { readRows } from '@/db/postgres/testing'
import { submit } from '@/lib/changesets/submit'
import {
  added,
  changesetOf,
  edited,
  factContent,
  inOwnWords,
  makeAccount,
  newKey,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { suggest } from '@/lib/editing/suggest'
import { loadNumberedBacklinks, loadPageBacklinks } from '@/lib/entries/backlinks'
import { loadFactForEditing } from '@/lib/facts/load-for-editing'
import { loadFact, loadFactList } from '@/lib/facts/loaders'
import { deleteEntry } from '@/lib/moderation/delete-entry'
import { loadNumberedInfo } from '@/lib/moderation/info'
import { protect } from '@/lib/moderation/protect'
import { restoreEntry } from '@/lib/moderation/restore-entry'
import { loadAtTitle } from '@/lib/pages/loaders'
import { readScopeOf, writersScope } from '@/lib/policy/policy'
import { loadLog } from '@/lib/public-log/loaders'
import { showReported } from '@/lib/reports/show-reported'
import { accept } from '@/lib/review/accept'
import { showCase } from '@/lib/review/show-case'
import { loadAccountPage, loadComparison, loadNumberedHistory } from '@/lib/revisions/loaders'
import { loadPermalink } from '@/lib/revisions/permalink'
import { loadRecent } from '@/lib/revisions/recent'
import { showRevert } from '@/lib/revisions/show-revert'
import { searchFor } from '@/lib/search/loaders'
import { loadCitingEntries } from '@/lib/sources/loaders'

const { fan, moderator } = await openTestWiki('fan', 'moderator')
const second = await makeAccount('moderator')

const here = { network: null }
const CANARY = 'canarythrush'

let person: number
let source: number
let other: number
let fact: number
let submission: number
/** The versions of the page, the last of which lists the fact. */
let listing: string[]

/** Sends a fact about private life and has two moderators accept it. */
async function confess(item: Parameters<typeof changesetOf>[0], summary: string): Promise<number> {
  const sent = await submit(fan, { ...changesetOf(item), summary }, here)
  if (!sent.ok || sent.outcome !== 'waiting') throw new Error(JSON.stringify(sent))
  const round = () => ({ submissionId: sent.submissionId, roundNumber: 1, key: newKey() })
  await accept(moderator, round())
  expect(await accept(second, round())).toMatchObject({ outcome: 'published' })
  return sent.submissionId
}

const idsOf = async (entryId: number) =>
  (await readRows(`select id from revision where entry_id = ${entryId} order by number`)).map(({ id }) =>
    String(id),
  )

/** Everything that shows the fact to everybody, or to a fan. */
async function surfaces(): Promise<Record<string, () => Promise<unknown>>> {
  const [first = '', last = ''] = await idsOf(fact)
  return {
    fact: () => loadFact('1'),
    facts: () => loadFactList({}),
    page: () => loadAtTitle('An_actor'),
    'page of a version': () => loadPermalink(listing.at(-1) ?? '', false),
    'history of the fact': () => loadNumberedHistory('fact', '1', undefined),
    recent: () => loadRecent(undefined),
    contributions: () => loadAccountPage(String(fan.id), undefined),
    permalink: () => loadPermalink(first, false),
    'open permalink': () => loadPermalink(last, true),
    'first text': () => loadComparison('0', first),
    diff: () => loadComparison(first, last),
    'open diff': () => loadComparison(first, last, true),
    'diff of a page that lists it': () => loadComparison(...lastTwoOf(listing)),
    log: () => loadLog({}),
    'log of it': () => loadLog({ of: `entry:${fact}` }),
    info: () => loadNumberedInfo('fact', '1'),
    'links to it': () => loadNumberedBacklinks('fact', '1', undefined, undefined),
    'links to the page': () => loadPageBacklinks('An_actor', undefined, undefined),
    'links to the source': () => loadNumberedBacklinks('source', '2', undefined, undefined),
    'what rests on a source': () => loadCitingEntries(other, undefined),
    search: () => searchFor({ q: CANARY }).then(({ hits }) => hits),
    suggestions: () => suggest(writersScope, CANARY, null),
    report: () => showReported(writersScope, reported('fact')),
    'report of a version': () => showReported(writersScope, reported('revision', Number(first))),
    'form to edit it': () => loadFactForEditing(fan, 1),
    'undoing an edit of it': () => showRevert(fan, Number(last)),
  }
}

const lastTwoOf = (ids: string[]) => ids.slice(-2) as [string, string]

const reported = (target: 'fact' | 'revision', revisionId: number | null = null) => ({
  target,
  entryId: fact,
  revisionId,
  aboutAccountId: null,
  commentId: null,
  piece: null,
})

/** Maps as lists, so that nothing in them is overlooked. */
const inWords = (shown: unknown) =>
  JSON.stringify(shown, (_, value) => (value instanceof Map ? [...value] : value)) ?? ''

async function telling(word: string): Promise<string[]> {
  const shown: string[] = []
  for (const [name, load] of Object.entries(await surfaces())) {
    if (inWords(await load()).includes(word)) shown.push(name)
  }
  return shown
}

const tagsOfLastEvent = async () =>
  (await readRows('select tags from cache_event order by id desc limit 1'))[0]?.tags as string[]

describe('a fact about private life that lost its source', () => {
  beforeAll(async () => {
    person = await publishNew(moderator, 'page', pageContent('An actor', {}, { kind: 'person' }))
    source = await publishNew(moderator, 'source', sourceContent('Their own post'))
    other = await publishNew(moderator, 'source', sourceContent('A background piece'))
    const said = (words: string) => {
      const own = inOwnWords(person, source)
      const background = citationOf(other, { stance: 'background' })
      return factContent(words, [person], { ...own, citations: [...(own.citations ?? []), background] })
    }
    await confess(added('fact', said(`I am a ${CANARY}.`)), `That they are a ${CANARY}`)
    fact = Number((await readRows(`select id from entry where kind = 'fact'`))[0]?.id)
    submission = await confess(edited('fact', fact, 1, said(`I am a ${CANARY}, still.`)), 'Still')
    const list = { type: 'factList' as const, attrs: { id: 'l', facts: [fact] } }
    const body = { type: 'doc' as const, content: [list] }
    await publishNow(
      moderator,
      edited('page', person, 1, pageContent('An actor', {}, { kind: 'person', body: body as never })),
    )
    listing = await idsOf(person)
    await protect(moderator, { entryId: fact, level: 'trusted', until: null, reason: 'edit war' }, here)
  })

  test('is told everywhere as long as the source stands', async () => {
    expect(await telling(CANARY)).toEqual(Object.keys(await surfaces()))
  })

  test('is in no word on any public surface; those who decide still read it', async () => {
    await deleteEntry(moderator, { entryId: source, reason: 'forged' }, here)
    expect(await telling(CANARY)).toEqual([])
    const lists = [
      'history of the fact',
      'recent',
      'contributions',
      'permalink',
      'diff',
      'open diff',
      'log',
      'info',
    ]
    expect(await telling('"Fact 1"')).toEqual(expect.arrayContaining(lists))
    expect(await loadComparison(...lastTwoOf(await idsOf(fact)))).toMatchObject({
      diff: 'withheld',
      label: 'Fact 1',
    })
    expect(await showRevert(fan, Number((await idsOf(fact))[1]))).toMatchObject({ outcome: { can: false } })

    const [name] = await findEntryNames(primary(), readScopeOf(moderator), [fact])
    expect(name?.label).toContain(CANARY)
    expect(inWords(await loadFactForEditing(moderator, 1))).toContain(CANARY)
    expect(inWords(await showRevert(moderator, Number((await idsOf(fact))[1])))).toContain(CANARY)
    expect(inWords(await showCase(moderator, submission))).toContain(CANARY)
  })

  test('tells every surface that it went, and that it came back', async () => {
    const lists = [`facts-about:${person}`, `links-to:${person}`, `links-to:${other}`, `rests-on:${other}`]
    const shown = [`entry:${fact}`, `history:${fact}`, 'standings', 'recent', ...lists]
    expect(await tagsOfLastEvent()).toEqual(expect.arrayContaining(shown))
    await restoreEntry(moderator, { entryId: source, reason: 'genuine' }, here)
    expect(await tagsOfLastEvent()).toEqual(expect.arrayContaining(shown))
    expect(await telling(CANARY)).toEqual(
      expect.arrayContaining(['fact', 'recent', 'open diff', 'log', 'search', 'links to the page']),
    )
  })
})
