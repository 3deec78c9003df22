import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { changeRows } from '@/db/postgres/testing'
import { openTestWiki, publishNew, sourceContent } from '@/lib/changesets/testing'
import { sourceContentSchema } from '@/lib/kinds/schemas/source'
import type { Reach } from '@/lib/outside/reach'
import { lookUp, lookUpSource } from './look-up'
import { startHosts } from './testing-site'

const { fan, owner } = await openTestWiki('fan', 'owner')

let site: Awaited<ReturnType<typeof startHosts>>['site']
let reach: Reach

beforeAll(async () => {
  vi.stubEnv('LORELEAF_OUTSIDE', '')
  ;({ site, reach } = await startHosts())
})
afterAll(() => site.stop())
beforeEach(() => {
  site.asked.length = 0
})

const looking = async (text: string) => {
  const answer = await lookUp(fan, text, reach)
  // Whatever is told fits the form.
  const { title, description, url } = answer.source
  if (title || description || url) expect(sourceContentSchema.safeParse(answer.source).error).toBeUndefined()
  return answer
}

describe('an address', () => {
  test('fills the form with what the page says, under the address that it calls its own', async () => {
    expect(await looking('https://news.example/magic?utm_source=share')).toEqual({
      known: null,
      locator: null,
      isFilled: true,
      problem: null,
      source: {
        ...{
          type: 'article-newspaper',
          title: 'There was magic in the air',
          description: null,
          publisher: 'The News',
        },
        ...{
          authors: ['Ed Nightingale'],
          issued: '2022-04-22',
          language: 'en-GB',
          archiveUrl: null,
          doi: null,
        },
        ...{
          url: 'https://www.news.example/magic',
          isbn: null,
          via: null,
          derivedFrom: { kind: 'unknown' },
          note: null,
        },
      },
    })
  })

  test('may come without its scheme, or among words, which stay', async () => {
    expect(await looking('news.example/magic')).toMatchObject({ isFilled: true })
    const answer = await looking('the interview with Patrick https://news.example/magic')
    expect(answer.source).toMatchObject({
      title: 'There was magic in the air',
      description: 'the interview with Patrick',
    })
  })

  test('of a video brings its time, and who made it by oEmbed', async () => {
    expect(await looking('https://www.youtube.com/watch?v=abc&t=754s')).toMatchObject({
      locator: '12:34',
      isFilled: true,
      source: {
        ...{
          title: 'Kit and Joe talk',
          publisher: 'YouTube',
          authors: ['Still Watching Netflix'],
          type: 'broadcast',
        },
        url: 'https://www.youtube.com/watch?v=abc',
      },
    })
  })

  test('that is here already is told, and nobody is asked', async () => {
    const url = 'https://known.example/a'
    const id = await publishNew(owner, 'source', sourceContent('A known one', { url }))
    const answer = await looking('http://www.known.example/a/')
    expect(answer.known).toMatchObject({
      id,
      label: 'A known one',
      uses: 0,
      path: `/sources/${answer.known?.number}`,
    })
    expect(site.asked).toEqual([])
  })

  test('in a wrong encoding, or with values of a megabyte, is read and cut', async () => {
    expect((await looking('https://news.example/latin')).source.title).toBe('Café')
    const { source } = await looking('https://news.example/long')
    expect(source.title?.length).toBeLessThanOrEqual(300)
    expect(source.authors[0]?.length).toBeLessThanOrEqual(200)
  })

  test('of a page without an end is read as far as it goes', async () => {
    expect(await looking('https://news.example/endless')).toMatchObject({
      isFilled: true,
      source: { title: 'A stream without an end' },
    })
  })

  test.each([
    ['https://news.example/login-to-read-this-story', 'Login to read this story', 'sign in'],
    ['https://news.example/report.pdf', null, 'PDF'],
    ['https://news.example/busy', null, 'busy'],
    ['https://news.example/round', null, 'never arrives'],
    ['https://news.example/inside', null, 'cannot be looked up'],
    ['http://127.0.0.1/', null, 'cannot be looked up'],
    ['http://localhost:3000/admin', null, 'cannot be looked up'],
    ['https://news.example/not-here-any-more', 'Not here any more', 'no page'],
    ['https://nowhere.example/a-story-of-leaves', 'A story of leaves', 'did not answer'],
    ['https://news.example/untitled', null, 'does not say'],
  ])(
    'that cannot be read opens the form with what it tells, and a sentence: %s',
    async (url, title, sentence) => {
      const answer = await looking(url)
      expect(answer).toMatchObject({ isFilled: false, source: { title, url } })
      expect(answer.problem).toContain(sentence)
    },
  )

  test('with a scheme that is none stays as it was typed', async () => {
    const text = 'javascript:alert(1)'
    expect(await looking(text)).toMatchObject({ source: { url: null, description: text }, isFilled: false })
    expect((await looking(text)).problem).not.toBeNull()
  })
})

describe('a number', () => {
  test.each(['10.1093/ab.c/5', 'doi:10.1093/AB.C/5', 'https://doi.org/10.1093/ab.c/5'])(
    'that is a DOI is looked up where DOIs are registered: %s',
    async (text) => {
      expect(await looking(text)).toMatchObject({
        isFilled: true,
        problem: null,
        source: {
          ...{
            type: 'article-journal',
            title: 'Queer joy on screen: Heartstopper and after',
            publisher: 'Journal of Leaves',
          },
          ...{
            authors: ['Tara Jones', 'The Paris Group'],
            issued: '2023-05',
            doi: '10.1093/ab.c/5',
            language: 'en',
          },
          url: 'https://doi.org/10.1093/ab.c/5',
        },
      })
      expect(site.asked[0]?.headers.accept).toBe('application/vnd.citationstyles.csl+json')
    },
  )

  test.each(['978-1-4449-5138-7', 'ISBN 1444951386', '9781444951387'])(
    'that is an ISBN is looked up in Open Library: %s',
    async (text) => {
      expect(await looking(text)).toMatchObject({
        isFilled: true,
        source: {
          ...{ type: 'book', title: 'Heartstopper: Volume One', publisher: "Hachette Children's Group" },
          ...{ authors: ['Alice Oseman'], issued: '2019-02-07', isbn: '9781444951387', url: null },
        },
      })
      expect(site.asked[0]?.path).toContain('ISBN:9781444951387')
    },
  )

  test('that nobody knows stays, with a sentence', async () => {
    const doi = await looking('10.9999/none')
    expect(doi).toMatchObject({ isFilled: false, source: { doi: '10.9999/none' } })
    expect(doi.problem).toContain('DOI')
    const isbn = await looking('9780306406157')
    expect(isbn).toMatchObject({ isFilled: false, source: { isbn: '9780306406157', type: 'book' } })
    expect(isbn.problem).toContain('Open Library')
  })

  test('with a wrong digit is told, and stays as it was typed, and nobody is asked', async () => {
    const answer = await looking('978-1-4449-5138-8')
    expect(answer).toMatchObject({
      isFilled: false,
      source: { isbn: null, description: '978-1-4449-5138-8' },
    })
    expect(answer.problem).toContain('digit')
    expect(site.asked).toEqual([])
  })
})

test('words are words', async () => {
  expect(await looking('the yearbook, page 12')).toMatchObject({
    source: { description: 'the yearbook, page 12', url: null },
    problem: null,
    isFilled: false,
  })
  expect((await looking('')).source.description).toBeNull()
})

test('whatever is typed is answered, and with something that the form takes', async () => {
  const nowhere = { ...reach, standIn: () => null }
  let account = 1_000_000
  const typed = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['http', 'https', 'ftp'] }),
    fc
      .tuple(fc.constantFrom('10.1234/', 'doi:10.1/', 'ISBN ', 'https://youtu.be/a?t='), fc.string())
      .map((both) => both.join('')),
  )
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      const { success, data } = lookUpSource.about.input.safeParse({ text })
      if (!success) return
      account += 1
      const answer = await lookUp({ ...fan, id: account }, data.text, nowhere)
      expect(answer.isFilled).toBe(false)
      const { description, url } = answer.source
      if (description || url) expect(sourceContentSchema.safeParse(answer.source).error).toBeUndefined()
      else
        expect([answer.source.doi, answer.source.isbn, data.text]).toSatisfy(
          (all) => all.some(Boolean) || data.text === '',
        )
    }),
    { numRuns: 200 },
  )
})

describe('the operation', () => {
  test('is for accounts that may write', async () => {
    vi.stubEnv('LORELEAF_OUTSIDE', 'off')
    const input = { text: 'https://news.example/magic' }
    expect(await lookUpSource(fan, input)).toMatchObject({ ok: true, isFilled: false })
    expect(await lookUpSource({ kind: 'visitor' } as never, input)).toMatchObject({ reason: 'not_signed_in' })
    expect(await lookUpSource({ ...fan, isBlocked: true }, input)).toMatchObject({ reason: 'blocked' })
    vi.stubEnv('LORELEAF_OUTSIDE', '')
  })

  test('asks nobody any more after very many times, and still refuses nothing', async () => {
    const other = { ...fan, id: fan.id + 1_000 }
    for (let time = 0; time < 60; time += 1)
      await lookUp(other, '10.9999/none', { ...reach, standIn: () => null })
    site.asked.length = 0
    const answer = await lookUp(other, 'https://news.example/magic', reach)
    expect(answer).toMatchObject({ isFilled: false, source: { url: 'https://news.example/magic' } })
    expect(answer.problem).toContain('very much')
    expect(site.asked).toEqual([])
    await changeRows('delete from rate_window')
  })
})
