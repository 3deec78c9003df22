import { beforeAll, describe, expect, test } from 'vitest'
import { readRows } from '@/db/postgres/testing'
import {
  categoryContent,
  edited,
  factContent,
  openTestWiki,
  pageContent,
  publishNew,
  publishNow,
  sourceContent,
} from '@/lib/changesets/testing'
import { citationOf } from '@/lib/content/fresh-citation'
import { paragraph, text } from '@/lib/kinds/samples'
import type { FactContent } from '@/lib/kinds/schemas/fact'
import type { PageContent } from '@/lib/kinds/schemas/page'
import type { SourceContent } from '@/lib/kinds/schemas/source'

const { moderator } = await openTestWiki('moderator')

/** Every row that is derived from a head, but for what a title makes of it and where in the sequence its links began. */
async function derivedOf(id: number) {
  const read = (columns: string, table: string) =>
    readRows(`select ${columns} from ${table} where entry_id = ${id}`)
  return Promise.all([
    read('kind, language, is_living_person, work_id, ordinal', 'page_facet'),
    read('is_private_life', 'fact_facet'),
    read(`case kind when 'page' then null else label end as label, text`, 'search_row'),
    read('standing, supports, contradicts, narrows, independent', 'fact_standing'),
    readRows(`select kind, to_id, position from link where from_id = ${id} and until is null order by 1, 3`),
  ])
}

/** What a title makes of a page. */
const calledOf = (id: number) =>
  readRows(`select t.key, t.text, e.label, s.label as found, f.sort_key from entry e
    join title t on t.entry_id = e.id and t.is_current join search_row s on s.entry_id = e.id
    join page_facet f on f.entry_id = e.id where e.id = ${id}`)

describe('an entry that is edited again and again stands everywhere as if it were new', () => {
  let topic: number
  let other: number
  let source: number

  beforeAll(async () => {
    topic = await publishNew(moderator, 'page', categoryContent('Truham'))
    other = await publishNew(moderator, 'page', categoryContent('Higgs'))
    source = await publishNew(moderator, 'source', sourceContent('The interview'))
  })

  async function publishInTurn<C extends PageContent | FactContent | SourceContent>(
    kind: 'page' | 'fact' | 'source',
    [first, ...others]: [C, ...C[]],
    seen: (id: number, content: C) => Promise<void>,
  ) {
    const id = await publishNew(moderator, kind, first)
    for (const [index, content] of others.entries()) {
      await publishNow(moderator, edited(kind, id, index + 1, content))
      await seen(id, content)
    }
  }

  test('a fact', async () => {
    const fact = (statement: string, rest: Partial<FactContent> = {}, about = [topic]) =>
      factContent(statement, about, rest)
    const cited = { citations: [citationOf(source, { opened: 'yes' })] }
    const texts: [FactContent, ...FactContent[]] = [
      fact('It is so.'),
      fact('It is not so.'),
      fact('It is not so.', cited),
      fact('It is not so.', { ...cited, note: 'For editors.' }),
      fact('It is not so.', cited, [other, topic]),
      fact('It is not so.', cited, [topic]),
      fact('It is not so.', { ...cited, gate: { kind: 'unknown' } }),
      fact('It is not so.', { ...cited, gate: { kind: 'place', page: other } }),
      fact('It is not so.', { ...cited, topics: ['school'] }),
      fact('It is so.'),
    ]
    await publishInTurn('fact', texts, async (id, content) =>
      expect(await derivedOf(id)).toEqual(await derivedOf(await publishNew(moderator, 'fact', content))),
    )
  })

  test('a source', async () => {
    const texts: [SourceContent, ...SourceContent[]] = [
      sourceContent('The report'),
      sourceContent('The report', { publisher: 'The Paper' }),
      sourceContent('The report', { publisher: 'The Paper', url: 'https://example.org/' }),
      sourceContent('The report', { derivedFrom: { kind: 'source', source } }),
      sourceContent('The other report'),
    ]
    await publishInTurn('source', texts, async (id, content) =>
      expect(await derivedOf(id)).toEqual(await derivedOf(await publishNew(moderator, 'source', content))),
    )
  })

  test('a page', async () => {
    const said = paragraph('said', 'Said.')
    const linked = paragraph('linked', text('On.', { type: 'wikiLink', attrs: { page: other, title: null } }))
    const page = (rest: Partial<PageContent>, title = 'The page') =>
      pageContent(title, {}, { body: { type: 'doc', content: [said] }, ...rest })
    const texts: [PageContent, ...PageContent[]] = [
      page({}),
      page({ body: { type: 'doc', content: [paragraph('said', 'Said otherwise.')] } }),
      page({ body: { type: 'doc', content: [said, linked] } }),
      page({ categories: [topic] }),
      page({ categories: [other, topic] }),
      page({ language: 'fr' }),
      page({ kind: 'person' }),
      page({ kind: 'person', isLiving: false }),
      page({ kind: 'person', infobox: { born: [text('In 1994')] } }),
      page({ ordinal: { work: topic, number: 3 } }),
      page({}, 'The PAGE'),
      page({}, 'Another page'),
    ]
    await publishInTurn('page', texts, async (id, content) => {
      const called = { text: content.title, label: content.title, found: content.title }
      const key = content.title.toLowerCase()
      expect(await calledOf(id)).toEqual([{ ...called, key, sort_key: key }])
      const anew = { ...content, title: `Anew ${crypto.randomUUID()}` }
      expect(await derivedOf(id)).toEqual(await derivedOf(await publishNew(moderator, 'page', anew)))
    })
  })

  test('lists of pages are told only of what they show', async () => {
    const id = await publishNew(moderator, 'page', pageContent('Listed', { a: 'One.' }))
    const told: unknown[] = []
    for (const [index, content] of [
      pageContent('Listed', { a: 'Two.' }),
      pageContent('LISTED', { a: 'Two.' }),
      pageContent('LISTED', { a: 'Two.' }, { kind: 'person' }),
    ].entries()) {
      const { event } = await publishNow(moderator, edited('page', id, index + 1, content))
      const [row] = await readRows(`select tags from cache_event where id = ${event}`)
      told.push((row as { tags: string[] }).tags.filter((tag) => tag.startsWith('pages:')))
    }
    expect(told).toEqual([[], ['pages:topic'], ['pages:person', 'pages:topic']])
  })
})
