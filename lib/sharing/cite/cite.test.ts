import { Cite } from '@citation-js/core'
import '@citation-js/plugin-ris'
import { parse } from '@retorquere/bibtex-parser'
import { expect, test } from 'vitest'
import { openTestWiki } from '@/lib/changesets/testing'
import { makeSharedWorld } from '@/lib/sharing/testing'
import { citationCalled } from './citation'

const { owner } = await openTestWiki('owner')
await makeSharedWorld(owner)

const cited = async (name: string) =>
  (await citationCalled(name, 'The Wiki', 'https://wiki.example'))?.body ?? ''

const TITLE = '100 % of {a} talk_show #1 \\ “live” ~ A & B'
const URL = 'https://paper.example/a?b=1&c=[2]'

test('a source with every sign that means something is read again as it is', async () => {
  const { entries, errors } = parse(await cited('source-1.bib'), { raw: true })
  expect(errors).toEqual([])
  const bib = parse(await cited('source-1.bib'))
  expect(bib.errors).toEqual([])
  expect(entries).toHaveLength(1)
  expect(bib.entries[0]).toMatchObject({ type: 'article', key: 'source-1' })
  const { title, author, journal, year, url } = bib.entries[0]?.fields ?? {}
  expect(String(title).replace(/<[^>]+>/g, '')).toBe(TITLE)
  expect(author?.map((one) => one.name ?? one.lastName)).toEqual(['Ann Lee', 'Bo'])
  expect([journal, String(year), url]).toEqual(['The Paper', '2022', URL])

  const ris = new Cite(await cited('source-1.ris')).data[0]
  const csl = new Cite(await cited('source-1.json')).data[0]
  for (const one of [ris, csl])
    expect(one).toMatchObject({
      title: TITLE,
      URL,
      'container-title': 'The Paper',
      type: 'article-newspaper',
    })
  expect(csl?.author).toEqual([{ literal: 'Ann Lee' }, { literal: 'Bo' }])
  expect(csl?.issued).toEqual({ 'date-parts': [[2022, 4]] })

  expect(await cited('source-1.txt')).toBe(`Ann Lee, Bo. “${TITLE}”. The Paper. April 2022. ${URL}\n`)
  expect(await cited('source-1.wiki')).toBe(
    '{{cite web |author=Ann Lee, Bo |title=100 % of &#123;a&#125; talk_show &#35;1 \\ “live” &#126; A &#38; B |website=The Paper |date=2022-04 |url=https://paper.example/a?b=1&c=%5B2%5D}}\n',
  )
})

test('a page and a fact are cited by the permanent address of their version', async () => {
  const page = parse(await cited('page-2.bib')).entries[0]
  expect(page?.type).toBe('misc')
  expect(page?.fields.url).toMatch(/^https:\/\/wiki\.example\/revisions\/\d+$/)
  const fact = new Cite(await cited('fact-1.json')).data[0]
  expect(fact).toMatchObject({
    title: 'I was <there> & “saw” it.',
    type: 'entry-encyclopedia',
    'container-title': 'The Wiki',
  })
})

test('what is closed, hidden, deleted or in no known format is cited nowhere', async () => {
  for (const name of [
    'fact-3.bib',
    'fact-4.ris',
    'fact-5.json',
    'page-3.txt',
    'page-2.doc',
    'page-2',
    'wiki.bib',
    'page-2.constructor',
  ])
    expect(await citationCalled(name, 'W', 'https://wiki.example'), name).toBeNull()
})
