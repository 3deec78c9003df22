import { beforeAll, describe, expect, test } from 'vitest'
import { findHeadByNumber } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { changeRows, readRows } from '@/db/postgres/testing'
import { newKey, openTestWiki, pageContent, publishNew, sourceContent } from '@/lib/changesets/testing'
import { messageOfIssue } from '@/lib/errors/issues'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { codes } from '@/lib/messages/codes'
import { sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import { saying } from '@/lib/messages/testing'
import { visitor } from '@/lib/policy/actor'
import { writersScope } from '@/lib/policy/policy'
import { addFact } from './add-fact'
import { loadNewFact } from './load-for-editing'
import { newFactSchema } from './new-fact-schema'

const { fan, moderator } = await openTestWiki('fan', 'moderator')

const noClient = { network: null }
const typed = (fields: Record<string, string>) =>
  newFactSchema.parse({ key: newKey(), statement: 'He heard it alone, with his dog.', ...fields })

let show: number
let joe: number

const add = (fields: Record<string, string>, who = moderator) => addFact(who, typed(fields), noClient)

/** Publishes a fact and gives it as it is then, with the sources created with it. */
async function added(fields: Record<string, string>) {
  const answer = await add(fields)
  if (!answer.ok || answer.outcome !== 'published') throw new Error(JSON.stringify(answer))
  const head = await findHeadByNumber(reads(), writersScope, 'fact', Number(answer.path.split('/').pop()))
  return head?.content as FactContent
}

async function sourceOf(fact: FactContent, place = 0): Promise<SourceContent> {
  const id = fact.citations[place]?.source
  const rows = (await readRows(
    `select c.content from entry e join revision_content c on c.revision_id = e.head_id where e.id = ${id}`,
  )) as unknown as { content: SourceContent }[]
  return rows[0]?.content as SourceContent
}

beforeAll(async () => {
  show = await publishNew(moderator, 'page', pageContent('Heartstopper'))
  joe = await publishNew(moderator, 'page', pageContent('Joe Locke', {}, { kind: 'person', isLiving: true }))
})

describe('a fact of which only the claim is known', () => {
  test('is not refused: it stands on the wiki’s main page, unsourced, said by nobody yet', async () => {
    const fact = await added({})
    expect(fact).toMatchObject({
      about: [show],
      speaker: null,
      citations: [],
      gate: { kind: 'none' },
      note: null,
    })
  })

  test('says as little where somebody writes that they are not sure', async () => {
    const fact = await added({ speaker: 'Not sure', where: "don't know", about: '?', saidOn: 'unknown' })
    expect(fact).toMatchObject({ about: [show], speaker: null, citations: [], saidOn: null, note: null })
  })

  test('waits like any other when a fan sends it', async () => {
    expect(await add({}, fan)).toMatchObject({ ok: true, outcome: 'waiting' })
  })
})

describe('the claim', () => {
  test('may have emphasis and links, typed as plain words', async () => {
    const { statement } = await added({
      statement: 'He *heard* it with [[joe locke|Joe]], [here](https://a.example).',
    })
    expect(statement).toEqual([
      { type: 'text', text: 'He ' },
      { type: 'text', text: 'heard', marks: [{ type: 'italic' }] },
      { type: 'text', text: ' it with ' },
      { type: 'text', text: 'Joe', marks: [{ type: 'wikiLink', attrs: { page: null, title: 'joe locke' } }] },
      { type: 'text', text: ', ' },
      { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href: 'https://a.example' } }] },
      { type: 'text', text: '.' },
    ])
  })

  test('is as long as it reads: addresses of links do not count', () => {
    const link = `[it](https://a.example/${'x'.repeat(500)})`
    const of = (statement: string) => newFactSchema.safeParse({ key: newKey(), statement }).success
    expect(of(`${'o'.repeat(590)} ${link}`)).toBe(true)
    expect(of(`${'o'.repeat(600)} ${link}`)).toBe(false)
  })
})

describe('who said it', () => {
  test('is a page of the wiki when one is called like that, and the fact stands on it', async () => {
    expect(await added({ speaker: 'joe  LOCKE' })).toMatchObject({ speaker: joe, about: [joe], note: null })
  })

  test('is kept in the editors’ note when no page is called like that', async () => {
    const fact = await added({
      speaker: 'A stagehand',
      about: 'Joe Locke',
      note: 'Seen twice.',
      under: 'Filming',
    })
    expect(fact).toMatchObject({ speaker: null, about: [joe] })
    const { inWords } = messages().newFact
    expect(fact.note).toBe(`Seen twice.\n${inWords.speaker('A stagehand')}\n${inWords.under('Filming')}`)
  })
})

describe('which page it is about', () => {
  const { newFact: texts } = messages()
  test('can be several, each once', async () => {
    expect(await added({ about: 'Joe Locke', about2: 'Heartstopper', about3: 'joe_locke' })).toMatchObject({
      about: [joe, show],
    })
  })

  test('that is not there yet is kept as words, and the speaker’s page stands in', async () => {
    const fact = await added({ about: 'Nick’s mother', speaker: 'Joe Locke' })
    expect(fact).toMatchObject({ about: [joe], note: texts.inWords.about('Nick’s mother') })
  })

  test('that was deleted meanwhile is told at its field', async () => {
    const gone = await publishNew(moderator, 'page', pageContent('A page that goes'))
    await changeRows(`update entry set deleted_at = now(), deletion_reason = 'x' where id = ${gone}`)
    expect(await add({ about2: 'A page that goes' })).toMatchObject({
      ok: false,
      fields: { about2: codes().newFact.pageGone('A page that goes') },
    })
  })
})

describe('where', () => {
  const { newFact: texts } = messages()
  test('as a link is a new source with that link and nothing that was not typed', async () => {
    const fact = await added({ where: 'https://www.theargus.co.uk/news/1?x=1', quote: 'I cried.' })
    expect(fact.citations).toMatchObject([{ stance: 'supports', opened: 'not_yet', quote: 'I cried.' }])
    expect(await sourceOf(fact)).toMatchObject({
      url: 'https://www.theargus.co.uk/news/1?x=1',
      title: null,
      description: null,
    })
  })

  test('with what is known about it is a source with a title, an outlet and a date as people write it', async () => {
    const said = { where: 'https://magic.example/1', speaker: 'Joe Locke', quote: 'I cried.' }
    const of = { whereTitle: 'Magic', wherePublisher: 'The Paper', whereIssued: '3 Feb 2022' }
    const fact = await added({ ...said, ...of, whereAuthors: 'A. One; B. Two', whereAt: '12:34' })
    expect(fact.citations).toMatchObject([{ locator: '12:34', directness: 'original' }])
    expect(await sourceOf(fact)).toMatchObject({
      ...{ title: 'Magic', publisher: 'The Paper', issued: '2022-02-03' },
      authors: ['A. One', 'B. Two'],
    })
  })

  test('as a link that a source has already is that source, however it is spelled', async () => {
    const known = await publishNew(
      moderator,
      'source',
      sourceContent('An interview', { url: 'https://www.radiotimes.com/tv/drama/' }),
    )
    for (const where of [
      'https://www.radiotimes.com/tv/drama/',
      'http://radiotimes.com/tv/drama',
      'radiotimes.com/tv/drama#top',
    ])
      expect((await added({ where })).citations, where).toMatchObject([{ source: known }])
  })

  test('in words is a new source described so; a link among them is its link', async () => {
    const fact = await added({
      where: 'Season 2, the last episode',
      where2: 'Her talk (https://talks.example/9)',
    })
    expect(await sourceOf(fact)).toMatchObject({ url: null, description: 'Season 2, the last episode' })
    expect(await sourceOf(fact, 1)).toMatchObject({ url: 'https://talks.example/9', description: 'Her talk' })
  })

  test('told twice is one source', async () => {
    const fact = await added({ where: 'The radio', where2: 'The radio', where3: 'https://one.example/a' })
    expect(fact.citations).toHaveLength(2)
    expect(
      (await added({ where: 'https://one.example/a', where2: 'one.example/a/' })).citations,
    ).toHaveLength(1)
  })

  test('chosen by name is that source, and told at its field when it was deleted meanwhile', async () => {
    const known = await publishNew(moderator, 'source', sourceContent('A programme'))
    const chosen = { where: 'A programme', whereSource: String(known) }
    expect((await added(chosen)).citations).toMatchObject([{ source: known }])
    await changeRows(`update entry set deleted_at = now(), deletion_reason = 'x' where id = ${known}`)
    expect(await add(chosen)).toMatchObject({ ok: false, fields: { where: codes().newFact.sourceGone } })
  })

  test('left open keeps the quoted words for the reviewers', async () => {
    expect((await added({ quote: 'I cried.' })).note).toBe(texts.inWords.quote('I cried.'))
  })
})

describe('sent twice under one key', () => {
  test('it is one fact, though its new source is there the second time', async () => {
    const input = typed({ where: 'https://twice.example/story' })
    const first = await addFact(moderator, input, noClient)
    expect(first).toMatchObject({ ok: true, outcome: 'published' })
    expect(await addFact(moderator, input, noClient)).toEqual(first)
  })

  test('at the same moment, ten times, too', async () => {
    const input = typed({ where: 'Told at a fair', speaker: 'Somebody' })
    const answers = await Promise.all(Array.from({ length: 10 }, () => addFact(fan, input, noClient)))
    const [first] = answers
    expect(first).toMatchObject({ ok: true, outcome: 'waiting' })
    for (const answer of answers) expect(answer).toEqual(first)
    const id = first?.ok && first.outcome === 'waiting' ? first.submissionId : 0
    expect(await readRows(`select id from submission where id >= ${id}`)).toHaveLength(1)
  })
})

describe('what cannot be taken is told at its field', () => {
  const { newFact: texts } = messages()
  const problems = (fields: Record<string, string>) => {
    const parsed = newFactSchema.safeParse({ key: newKey(), statement: 'So.', ...fields })
    return Object.fromEntries(
      parsed.error?.issues.map((issue) => [issue.path.join('.'), sentenceOf(messageOfIssue(issue))]) ?? [],
    )
  }

  test('a claim that is missing, only spaces, or too long', () => {
    expect(problems({ statement: '' })).toEqual({ statement: texts.statementMissing })
    expect(problems({ statement: ' \n\t\u00a0 ' })).toEqual({ statement: texts.statementMissing })
    for (const most of [601, 100_000])
      expect(problems({ statement: 'x'.repeat(most) })).toEqual({ statement: texts.tooLong(600) })
    expect(problems({ statement: '👩‍❤️‍👩'.repeat(600) })).toEqual({})
  })

  test('an address that is none, and one that no source could have', () => {
    for (const where of [
      'https://',
      'http://a b.example',
      'javascript:alert(1)',
      'data:text/html,x',
      'mailto:a@b.c',
    ])
      expect(problems({ where }), where).toEqual(where.includes(' ') ? {} : { where: texts.noAddress })
    expect(problems({ where: 'https://exa mple' })).toEqual({})
    expect(problems({ where3: 'see https://[' })).toEqual({ where3: texts.noAddress })
  })

  test('a date that is none, and words too long', () => {
    expect(problems({ saidOn: 'last summer' })).toHaveProperty('saidOn')
    expect(problems({ saidOn: '2022-13' })).toHaveProperty('saidOn')
    expect(problems({ quote: 'x'.repeat(301), speaker: 'x'.repeat(201), about: 'x'.repeat(9_000) })).toEqual({
      quote: expect.stringMatching(/300/),
      speaker: expect.stringMatching(/200/),
      about: expect.stringMatching(/200/),
    })
  })

  test('topics and a gate that the fact cannot have', async () => {
    expect(await add({ topics: 'x'.repeat(61) })).toMatchObject({
      ok: false,
      fields: { topics: saying(expect.any(String)) },
    })
    expect(await added({ topics: 'casting, music,casting', gate: 'unknown' })).toMatchObject({
      topics: ['casting', 'music'],
      gate: { kind: 'unknown' },
    })
  })
})

describe('the form', () => {
  test('starts with the page that it was asked for from, and knows where a fact goes else', async () => {
    expect(await loadNewFact(fan, 'JOE_LOCKE')).toMatchObject({
      about: 'Joe Locke',
      isAboutKnown: true,
      fallback: 'Heartstopper',
      accountName: fan.name,
    })
  })

  test('keeps a title that nobody has written yet, and lets go of one that was deleted', async () => {
    expect(await loadNewFact(visitor, 'Nobody yet')).toMatchObject({
      about: 'Nobody yet',
      isAboutKnown: false,
    })
    expect(await loadNewFact(visitor, 'A page that goes')).toMatchObject({ about: '', isAboutKnown: false })
  })
})

test('a wiki without a page says that one is needed first', async () => {
  await changeRows(`update entry set deleted_at = now(), deletion_reason = 'x' where kind = 'page'`)
  expect(await add({})).toMatchObject({ ok: false, fields: { about: codes().newFact.noPageYet } })
})
