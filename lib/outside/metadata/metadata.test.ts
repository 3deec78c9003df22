import { describe, expect, test } from 'vitest'
import { readHead } from '../html/read-head'
import { dateOf } from './date-of'
import { metadataOf } from './metadata'

const told = (html: string) => metadataOf(readHead(html))
const ld = (thing: object) => `<script type="application/ld+json">${JSON.stringify(thing)}</script>`

describe('what a page tells', () => {
  test('by JSON-LD, in a graph and by references', () => {
    const graph = [
      { '@type': 'Organization', '@id': '#org', name: 'PinkNews' },
      { '@type': 'WebSite', name: 'PinkNews | LGBTQ+ news', publisher: { '@id': '#org' } },
      { '@type': 'BreadcrumbList', name: 'no' },
      {
        '@type': ['NewsArticle'],
        headline: 'There was <em>magic</em> in the air',
        author: [
          { '@type': 'Person', name: 'Ed Nightingale' },
          'Lily Wakefield',
          { url: 'https://x.example' },
        ],
        publisher: { '@id': '#org' },
        datePublished: '2022-04-22T23:30:00-05:00',
        inLanguage: 'en_GB',
      },
    ]
    expect(
      told(`<html lang="fr"><title>No</title>${ld({ '@context': 'https://schema.org', '@graph': graph })}`),
    ).toEqual({
      title: 'There was magic in the air',
      publisher: 'PinkNews',
      authors: ['Ed Nightingale', 'Lily Wakefield'],
      issued: '2022-04-22',
      language: 'en-GB',
      type: 'NewsArticle',
      doi: null,
      isbn: null,
    })
  })

  test('by the tags of scholarly articles, which win', () => {
    expect(
      told(`<title>No</title><meta property="og:title" content="No"><meta name="citation_title" content="Queer joy">
        <meta name="citation_author" content="Oseman, Alice"><meta name="citation_author" content="Kit Connor">
        <meta name="citation_journal_title" content="Journal of Leaves"><meta name="citation_publication_date" content="2023/4/5">
        <meta name="citation_doi" content="10.1234/AB.5"><meta name="citation_language" content="en">`),
    ).toMatchObject({
      title: 'Queer joy',
      publisher: 'Journal of Leaves',
      authors: ['Alice Oseman', 'Kit Connor'],
      issued: '2023-04-05',
      language: 'en',
      type: 'ScholarlyArticle',
      doi: '10.1234/AB.5',
    })
  })

  test('by Open Graph', () => {
    expect(
      told(`<html lang=""><title>No</title><meta property="og:title" content="A talk"><meta property="og:site_name" content="The Site">
        <meta property="og:type" content="video.other"><meta property="og:locale" content="pt_BR">
        <meta property="article:author" content="https://facebook.example/somebody"><meta name="author" content="Somebody">
        <meta property="article:published_time" content="2021-12-31T23:59:00Z">`),
    ).toMatchObject({
      title: 'A talk',
      publisher: 'The Site',
      authors: ['Somebody'],
      issued: '2021-12-31',
      language: 'pt-BR',
      type: 'video.other',
    })
  })

  test.each([
    ['A story | The Site', 'The Site', 'A story'],
    ['The Site – A story - and more', 'The Site', 'A story - and more'],
    ['A story | Another', 'The Site', 'A story | Another'],
    ['The Site', 'The Site', 'The Site'],
    ['Spider-Man', 'Man', 'Spider-Man'],
  ])('by its title without the name of the site: %s', (title, site, short) => {
    expect(told(`<title>${title}</title><meta property="og:site_name" content="${site}">`).title).toBe(short)
  })

  test('and nothing that it does not tell', () => {
    expect(told('')).toEqual({
      ...{ title: null, publisher: null, authors: [], issued: null, language: null, type: null },
      ...{ doi: null, isbn: null },
    })
    expect(
      told(ld({ '@type': 'NewsArticle', headline: { a: 1 }, author: 7, datePublished: [], publisher: null })),
    ).toMatchObject({
      title: null,
      authors: ['7'],
      issued: null,
    })
  })
})

test.each([
  ['2022', '2022'],
  ['2022-04', '2022-04'],
  ['2022-04-22T01:02:03+14:00', '2022-04-22'],
  ['2022/4/2', '2022-04-02'],
  ['22 April 2022', '2022-04-22'],
  ['October 2, 2018', '2018-10-02'],
  ['October 2018', '2018-10'],
  ['Fri, 22 Apr 2022 10:00:00 GMT', '2022-04-22'],
  ['2022-02-32', '2022-02'],
  ['2022-13-01', '2022'],
  ['32 Febuary', null],
  ['20220422', null],
  ['yesterday', null],
  ['0000-00-00', null],
  ['', null],
  [null, null],
])('the date %s is %s', (text, date) => {
  expect(dateOf(text)).toBe(date)
})
