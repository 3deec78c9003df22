import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { findTitleHolder } from '@/db/entries/titles'
import { reads, transaction } from '@/db/postgres/client'
import { openTestWiki, pageContent } from '@/lib/changesets/testing'
import { loadPageBacklinks } from '@/lib/entries/backlinks'
import { messageOfIssue } from '@/lib/errors/issues'
import { classify } from '@/lib/gateway/http/classify'
import type { PageContent } from '@/lib/kinds/schemas/page'
import { sentenceOf } from '@/lib/messages/message'
import { loadPagesOfKind } from '@/lib/pages/lists'
import { loadAtTitle } from '@/lib/pages/loaders'
import type { Publication } from '@/lib/publishing/publication'
import { publish } from '@/lib/publishing/publish'
import { loadPageHistory } from '@/lib/revisions/loaders'
import { paths } from '@/lib/routes'
import { titlePath } from '@/lib/titles/spelling'
import { normalizeTitle, titleInAddress, titleKey, titleSchema } from '@/lib/titles/title'
import { loadNames } from './names'

const { moderator: author } = await openTestWiki('moderator')

const MOST = 2_000

const ascii = Array.from({ length: 95 }, (_, at) => String.fromCharCode(0x20 + at))
const grid = ascii.flatMap((one) => [
  `${one}odd`,
  `o${one}d`,
  `odd${one}`,
  one,
  `${one}${one}`,
  `%${one}1`,
  `a%4${one}`,
])

const piece = fc.oneof(
  fc.constantFrom(
    '%',
    '%25',
    '%41',
    '%2F',
    '%2e',
    '%00',
    '%c3',
    '/',
    '.',
    '..',
    '?',
    '#',
    '&',
    '+',
    ';',
    '\\',
    '_',
  ),
  fc.constantFrom(
    '👩‍👩‍👧',
    '🏳️‍🌈',
    '👍🏽',
    'e\u0301',
    'n\u0323\u0307',
    'שלום',
    'مرحبا',
    'می‌خواهم',
    '葛󠄀',
    'İ',
    'ß',
    'ﬃ',
    '한',
    'ཀ',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 }),
)
const generated = fc.oneof(
  { weight: 9, arbitrary: fc.array(piece, { minLength: 1, maxLength: 7 }).map((all) => all.join('')) },
  { weight: 1, arbitrary: fc.array(piece, { minLength: 60, maxLength: 150 }).map((all) => all.join('')) },
)

/** What is written of titles that may be: each key once. */
function oddTitles(): { titles: string[]; refused: { title: string; sentence: string | undefined }[] } {
  const titles = new Map<string, string>()
  const refused: { title: string; sentence: string | undefined }[] = []
  for (const title of [...grid, ...fc.sample(generated, { numRuns: 3_000, seed: 29 })]) {
    const parsed = titleSchema.safeParse(title)
    if (!parsed.success)
      refused.push({ title, sentence: parsed.error.issues.map(messageOfIssue).map(sentenceOf)[0] })
    else if (titles.size < MOST && !titles.has(titleKey(parsed.data)))
      titles.set(titleKey(parsed.data), parsed.data)
  }
  return { titles: [...titles.values()], refused }
}

const { titles, refused } = oddTitles()
let ids: number[]

/** Each page links to the title after its own, as somebody might have typed it. */
const contentOf = (title: string, at: number, called = title): PageContent => {
  const to = ` ${(titles[(at + 1) % titles.length] ?? '').replaceAll(' ', '_')}`
  const words = {
    type: 'text' as const,
    text: 'next',
    marks: [{ type: 'wikiLink' as const, attrs: { page: null, title: to } }],
  }
  const paragraph = { type: 'paragraph' as const, attrs: { id: 'p' }, content: [words] }
  return { ...pageContent(called), body: { type: 'doc', content: [paragraph] } }
}

function publishAll(
  publications: Omit<Extract<Publication, { kind: 'page' }>, 'position' | 'touches' | 'kind'>[],
) {
  return transaction((tx) =>
    publish(
      tx,
      publications.map((one, at) => ({ kind: 'page', position: at + 1, touches: [], ...one })),
      { author: { accountId: author.id }, summary: '', isMinor: false, via: 'edit', isReviewed: true },
    ),
  )
}

beforeAll(async () => {
  const { entries } = await publishAll(
    titles.map((title, at) => ({
      entryId: null,
      before: null,
      parentNumber: 0,
      content: contentOf(title, at),
    })),
  )
  ids = entries.map(({ id }) => id)
}, 120_000)

const addressOf = (title: string) => titlePath(title)

/** Those of many that do not pass, so that all of them are told at once. */
async function failing(of: string[], passes: (title: string, at: number) => boolean | Promise<boolean>) {
  const passed = await Promise.all(of.map(passes))
  return of.filter((_, at) => !passed[at])
}

/** Some of them, whatever is asked of whom costs more. */
const some = titles.filter((title, at) => at % 100 === 0 || /^%.{0,2}$/.test(title))

test('there are many of them, and what is refused is refused in a sentence', () => {
  expect(titles).toHaveLength(MOST)
  expect(refused.filter(({ sentence }) => !sentence?.endsWith('.'))).toEqual([])
  const asciiRefused = refused.filter(({ title }) => /^[\x20-\x7e]*$/.test(title)).map(({ title }) => title)
  const isUnaddressable = (title: string) =>
    title.includes('\\') ||
    normalizeTitle(title)
      .split('/')
      .some((part) => ['', '.', '..'].includes(part)) ||
    /\.rsc$/i.test(title)
  expect(asciiRefused.filter((title) => !isUnaddressable(title))).toEqual([])
})

test('the gateway reads each address as it is written, and forwards that', async () => {
  expect(
    await failing(titles, (title) => {
      const path = paths.page(title)
      const read = classify(path)
      return (
        read.kind === 'shared' &&
        read.target === path &&
        titleInAddress(path.slice('/wiki/'.length)) === title
      )
    }),
  ).toEqual([])
})

test('a browser reads each address as it is written, and so does a redirect', async () => {
  expect(
    await failing(
      titles,
      (title) => new URL(paths.page(title), 'http://wiki.example/a').pathname === paths.page(title),
    ),
  ).toEqual([])
})

test('each is found under its title, as a link finds it, too', async () => {
  const holders = await failing(
    titles,
    async (title, at) => (await findTitleHolder(reads(), titleKey(title)))?.entryId === ids[at],
  )
  expect(holders).toEqual([])
  const names = await loadNames(titles.map(titleKey))
  expect(await failing(titles, (title) => names.get(titleKey(title))?.path === paths.page(title))).toEqual([])
})

test('each is listed once, in lists that go on where the one before ended', async () => {
  const listed: string[] = []
  for (let after: string | undefined; ; ) {
    const list = await loadPagesOfKind('topic', after)
    listed.push(...(list?.groups ?? []).flatMap(({ tiles }) => tiles.map(({ label }) => label)))
    if (!list?.next) break
    after = list.next
    const { target } = classify(`/pages/topic?after=${encodeURIComponent(after)}`) as { target: string }
    expect(new URL(target, 'http://wiki.example').searchParams.get('after')).toBe(after)
  }
  expect(listed.toSorted()).toEqual(titles.toSorted())
})

test('each is opened, with its history and what links to it', async () => {
  const opened = await failing(some, async (title) => {
    const at = await loadAtTitle(addressOf(title))
    return at.state === 'found' && at.page.title === title
  })
  const histories = await failing(some, async (title) => {
    const at = await loadPageHistory(addressOf(title), undefined)
    return at.state === 'found' && at.history.entry.label === title
  })
  const linked = await failing(some, async (title) => {
    const at = await loadPageBacklinks(addressOf(title), null, undefined)
    const before = titles.at(titles.indexOf(title) - 1)
    return at.state === 'found' && at.list.groups[0]?.links[0]?.label === before
  })
  expect({ opened, histories, linked }).toEqual({ opened: [], histories: [], linked: [] })
})

test('each can be called otherwise, and is found under both titles', async () => {
  const renamed = some.map((title) => `${[...title].slice(0, 50).join('').trim()} %41`)
  await publishAll(
    some.map((title, at) => {
      const place = titles.indexOf(title)
      const before = contentOf(title, place)
      return {
        entryId: ids[place] ?? 0,
        before,
        parentNumber: 1,
        content: { ...before, title: renamed[at] ?? '' },
      }
    }),
  )
  const led = await failing(some, async (title) => {
    const at = await loadAtTitle(addressOf(title))
    return at.state === 'moved' && at.to === paths.page(renamed[some.indexOf(title)] ?? '')
  })
  expect(led).toEqual([])
  const opened = await failing(
    renamed,
    async (title) => (await loadAtTitle(addressOf(title))).state === 'found',
  )
  expect(opened).toEqual([])
})
