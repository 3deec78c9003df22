import { beforeAll, describe, expect, test } from 'vitest'
import {
  categoryContent,
  factContent,
  makeAccount,
  openTestWiki,
  pageContent,
  publishNew,
  sourceContent,
} from '@/lib/changesets/testing'
import { addAlias } from '@/lib/moderation/add-alias'
import { writersScope } from '@/lib/policy/policy'
import { suggest, suggestCategories } from './suggest'

await openTestWiki()

const labels = async (text: string, kinds: string | null = null) =>
  (await suggest(writersScope, text, kinds)).map(({ label }) => label)

describe('what is called like what somebody types', () => {
  beforeAll(async () => {
    const moderator = await makeAccount('moderator')
    const joe = await publishNew(moderator, 'page', pageContent('Joe Locke', {}, { kind: 'person' }))
    await addAlias(
      moderator,
      { entryId: joe, title: 'Charlie’s actor', reason: 'As called' },
      { network: null },
    )
    await publishNew(moderator, 'page', pageContent('Élodie Yung', {}, { kind: 'person' }))
    for (let number = 1; number <= 12; number++)
      await publishNew(moderator, 'page', pageContent(`Episode 1.${number}`))
    await publishNew(moderator, 'page', pageContent('100% Wolf'))
    await publishNew(moderator, 'fact', factContent('Joe Locke was alone with his dog.', [joe]))
    await publishNew(
      moderator,
      'source',
      sourceContent('Joe Locke interviewed', { publisher: 'Radio Times' }),
    )
  })

  test('a beginning is enough, and a page comes with its kind and address', async () => {
    const [first] = await suggest(writersScope, 'joe l', 'page')
    expect(first).toMatchObject({
      kind: 'page',
      label: 'Joe Locke',
      path: '/wiki/Joe_Locke',
      detail: 'person',
    })
  })

  test('two letters find the words that begin so', async () => {
    expect(await labels('lo', 'page')).toEqual(['Joe Locke'])
  })

  test('another title leads to its page, and comes before what only resembles it', async () => {
    for (const text of ['charlie’s actor', 'charlies', 'lie’s act'])
      expect(await labels(text, 'page'), text).toEqual(['Joe Locke'])
  })

  test('the title itself comes before what only holds it', async () => {
    expect((await labels('Joe Locke'))[0]).toBe('Joe Locke')
  })

  test('a slip of the finger is forgiven', async () => {
    expect(await labels('Joe Lokce', 'page')).toContain('Joe Locke')
    expect(await labels('élodie', 'page')).toEqual(['Élodie Yung'])
  })

  test('only the kinds that are asked for are given, and unknown kinds are none', async () => {
    expect(await labels('Joe Locke', 'source')).toEqual(['Joe Locke interviewed'])
    expect(await labels('Joe Locke', 'fact,source')).toHaveLength(2)
    expect(await labels('Joe Locke', 'account')).toEqual([])
  })

  test('a fact is found by the number in its address', async () => {
    expect(await suggest(writersScope, '1', 'fact')).toMatchObject([{ path: '/facts/1', detail: 'Fact 1' }])
  })

  test('a source is found by who published it, and says so', async () => {
    expect(await suggest(writersScope, 'radio times', 'source')).toMatchObject([
      { label: 'Joe Locke interviewed', detail: 'Radio Times · Source 1' },
    ])
  })

  test('never more than ten', async () => {
    expect(await labels('Episode')).toHaveLength(10)
  })

  test('what searching gives a meaning to is only a character here', async () => {
    expect(await labels('100%', 'page')).toEqual(['100% Wolf'])
    expect(await labels('%', 'page')).toEqual([])
    expect(await labels('_00%', 'page')).toEqual([])
    expect(await labels('\\')).toEqual([])
    expect(await labels("'; drop table entry; --")).toEqual([])
  })

  test('nothing, far too much and no text at all are answered with nothing', async () => {
    expect(await labels('  ')).toEqual([])
    expect(await labels('x'.repeat(201))).toEqual([])
    expect(await labels('a\0b')).toEqual([])
    expect(await labels('\ud800')).toEqual([])
  })

  test('of categories only categories are given, however many pages are called alike; and who holds the title', async () => {
    const moderator = await makeAccount('moderator')
    await publishNew(moderator, 'page', categoryContent('Arts'))
    for (const title of ['Artsy', 'Arts and crafts']) await publishNew(moderator, 'page', pageContent(title))
    const found = async (text: string) => {
      const { results, holder } = await suggestCategories(writersScope, text)
      return [results.map(({ label }) => label), holder]
    }
    expect(await found('art')).toEqual([['Arts'], null])
    expect(await found('ARTS')).toEqual([['Arts'], { label: 'Arts', isCategory: true }])
    expect(await found('artsy')).toEqual([['Arts'], { label: 'Artsy', isCategory: false }])
    expect(await found('nothing of the kind')).toEqual([[], null])
    expect(await found('')).toEqual([[], null])
  })
})
