import { describe, expect, test } from 'vitest'
import { batchesOf } from '@/components/sources/import-batches'
import { readRows } from '@/db/postgres/testing'
import { newKey, openTestWiki, publishNew, sourceContent } from '@/lib/changesets/testing'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { sentenceOf } from '@/lib/messages/message'
import { listCalled } from '@/lib/sharing/cite/citation'
import { readBibtex } from './bibtex'
import { importSources } from './import-sources'
import { readRis } from './ris'
import { importSchema } from './schema'
import { formatOf, splitFile } from './split-file'

const { moderator, fan } = await openTestWiki('moderator', 'fan')

const bring = async (
  text: string,
  { by = moderator, ...rest }: { by?: typeof moderator; key?: string } = {},
) => {
  const answer = await importSources(by, importSchema.parse({ key: newKey(), text, ...rest }))
  return answer as Extract<typeof answer, { added: number }>
}

const sourcesRead = (text: string) => {
  const format = formatOf(text)
  const { parts, shared } = splitFile(text, format)
  const read = format === 'ris' ? readRis(parts) : readBibtex(parts, shared)
  return read.map((one) => ('source' in one ? one.source : sentenceOf(one.why)))
}

const newest = async () =>
  (
    await readRows(`select c.content from entry e join revision_content c on c.revision_id = e.head_id
      where e.kind = 'source' order by e.id desc limit 1`)
  )[0]?.content as SourceContent

describe('an entry of BibTeX', () => {
  test('is a source with all that it says; what is not understood is in its note', () => {
    const [source] = sourcesRead(`
      @string{paper = {The {\\"U}ber Paper}}
      @Article{lee2022,
        title = {The {Heartstopper} Effect \\& more},
        author = {Lee, Ann and {The Team} and Bo van der Berg},
        journal = paper, year = 2022, month = apr, day = 3,
        doi = {https://doi.org/10.1000/ABC.1}, isbn = {978-0-00-000000-9},
        langid = {en}, note = {Seen once}
      }`)
    expect(source).toMatchObject({
      type: 'article-journal',
      title: 'The Heartstopper Effect & more',
      authors: ['Ann Lee', 'The Team', 'Bo van der Berg'],
      publisher: 'The Über Paper',
      issued: '2022-04-03',
      doi: '10.1000/abc.1',
      url: 'https://doi.org/10.1000/abc.1',
      isbn: null,
      language: 'en',
      note: 'Seen once\n978-0-00-000000-9',
    })
  })

  test.each([
    ['year = {in press}', null, 'in press'],
    ['year = 2022, month = {13}', '2022', null],
    ['date = {2022-04}', '2022-04', null],
    ['date = {32 Febuary}', null, '32 Febuary'],
  ])('a date as %s', (date, issued, note) => {
    expect(sourcesRead(`@misc{a, title={T}, ${date}}`)).toMatchObject([{ issued, note }])
  })

  test('that is broken costs none of the others', () => {
    const read = sourcesRead(
      [
        '@book{a, title={One}}',
        '@book{b, title={Two',
        '@book{c, title=x # y}',
        '@book{d, year=2000}',
        '@book{e, title={Five}}',
      ].join('\n\n'),
    )
    expect(read).toMatchObject([
      { title: 'One' },
      expect.stringContaining('missing'),
      expect.stringContaining('missing'),
      expect.stringMatching(/\w/),
      { title: 'Five' },
    ])
  })
})

test('an entry of RIS is a source with all that it says', () => {
  const text = [
    '\uFEFFTY  - NEWS',
    'AU  - Lee, Ann',
    'AU  - Team',
    'TI  - A long title',
    'that goes on',
    'T2  - The Paper',
    'DA  - 2022/04/03/',
    'UR  - https://paper.example/a',
    'DO  - 10.1000/ABC.2',
    'ER  - ',
    '',
    'TY  - BOOK',
    'TI  - A book',
    'PB  - House',
    'PY  - 2020',
    'SN  - 0-306-40615-2',
    'ER  - ',
    'TY  - JOUR',
    'TI  - Without an end',
  ].join('\r\n')
  expect(sourcesRead(text)).toMatchObject([
    {
      type: 'article-newspaper',
      authors: ['Ann Lee', 'Team'],
      title: 'A long title that goes on',
      publisher: 'The Paper',
      issued: '2022-04-03',
      url: 'https://paper.example/a',
      doi: '10.1000/abc.2',
    },
    { type: 'book', publisher: 'House', issued: '2020', isbn: '9780306406157' },
    expect.stringContaining('missing'),
  ])
})

test('what the wiki gives in either format it takes back', async () => {
  await publishNew(
    moderator,
    'source',
    sourceContent('100 % of {a} talk_show #1 ~ A & B', {
      type: 'article-journal',
      authors: ['Ann Lee', 'Bo'],
      publisher: 'The Paper',
      issued: '2022-04',
      url: 'https://paper.example/a?b=1&c=2',
    }),
  )
  for (const format of ['bib', 'ris']) {
    const file = await listCalled(`sources.${format}`, {}, 'W', 'https://wiki.example')
    expect(sourcesRead(file?.body ?? ''), format).toMatchObject([
      {
        title: '100 % of {a} talk_show #1 ~ A & B',
        authors: ['Ann Lee', 'Bo'],
        publisher: 'The Paper',
        issued: '2022-04',
        url: 'https://paper.example/a?b=1&c=2',
      },
    ])
  }
})

describe('a list of sources', () => {
  test('is added in one edit; what is here, or twice in it, is not added again, and what is broken is told', async () => {
    const answer = await bring(`
@misc{a, title={One}, url={https://one.example/a}}
@misc{b, title={One again}, url={https://one.example/a}}
@misc{c, title={Here}, url={https://paper.example/a?b=1&c=2}}
@misc{d, title={Broken}
@misc{e, title={Two}, howpublished={The Paper}}`)
    expect(answer).toMatchObject({
      ok: true,
      added: 2,
      submissionId: null,
      known: [
        { line: 3, label: 'One again', path: null },
        { line: 4, path: expect.stringMatching(/^\/sources\/\d+$/) },
      ],
      broken: [{ line: 5, words: '@misc{d, title={Broken}' }],
    })
    expect(await newest()).toMatchObject({ title: 'Two', publisher: 'The Paper' })
  })

  test('sent twice under one key is added once, with the same answer', async () => {
    const key = newKey()
    const text = '@misc{k, title={Once}, url={https://once.example/}}'
    const first = await bring(text, { key })
    expect(first).toMatchObject({ added: 1 })
    expect(await bring(text, { key })).toEqual(first)
  })

  test('of a fan waits as one submission of at most 20', async () => {
    const entries = (most: number) =>
      Array.from({ length: most }, (_, at) => `@misc{f${at}, title={Of a fan ${most} ${at}}}`).join('\n')
    expect(await bring(entries(20), { by: fan })).toMatchObject({
      added: 20,
      submissionId: expect.any(Number),
    })
    expect(await bring(entries(21), { by: fan })).toMatchObject({ ok: false, reason: 'not_allowed' })
  })

  test('without an entry is refused at the field', async () => {
    expect(await bring('Dear wiki, these are my sources.')).toMatchObject({
      ok: false,
      fields: { text: expect.anything() },
    })
    expect(importSchema.safeParse({ key: newKey(), text: ' ' }).success).toBe(false)
  })

  test('of 10,000, of which 3 are broken, is 9,997 and the places of three', () => {
    const broken = new Set([17, 4_000, 9_999])
    const text = Array.from({ length: 10_000 }, (_, at) =>
      broken.has(at)
        ? `@misc{k${at},\n  title = {Broken ${at}\n`
        : `@misc{k${at},\n  title = {Title ${at}},\n  year = {2020}\n}\n`,
    ).join('\n')
    const { parts, shared } = splitFile(text, formatOf(text))
    const read = batchesOf(parts, shared).flatMap((batch) => {
      const there = splitFile(batch.text, 'bibtex')
      const all = readBibtex(there.parts, there.shared)
      return all.map((one, at) => ({ one, line: (there.parts[at]?.line ?? 0) + batch.firstLine - 1 }))
    })
    expect(read.filter(({ one }) => 'source' in one)).toHaveLength(9_997)
    const lines = text.split('\n')
    expect(read.flatMap(({ one, line }) => ('why' in one ? lines[line - 1] : []))).toEqual([
      '@misc{k17,',
      '@misc{k4000,',
      '@misc{k9999,',
    ])
  })
})
