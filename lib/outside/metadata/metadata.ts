import type { Head, Thing } from '../html/read-head'
import { dateOf } from './date-of'

/** What is told about a page or a publication, in its own words. */
export interface Metadata {
  title: string | null
  publisher: string | null
  authors: string[]
  /** A year, a month or a day (ISO 8601). */
  issued: string | null
  /** A language tag, as far as it looks like one. */
  language: string | null
  /** What it is by schema.org, Open Graph or CSL. */
  type: string | null
  doi: string | null
  isbn: string | null
}

export const nothingKnown: Metadata = {
  ...{ title: null, publisher: null, authors: [], issued: null },
  ...{ language: null, type: null, doi: null, isbn: null },
}

/** The types of schema.org that say what kind of source a page is, the telling ones first. */
const TELLING = [
  ...['ScholarlyArticle', 'MedicalScholarlyArticle', 'NewsArticle', 'ReportageNewsArticle'],
  ...['OpinionNewsArticle', 'AnalysisNewsArticle', 'ReviewNewsArticle', 'BlogPosting', 'LiveBlogPosting'],
  ...['SocialMediaPosting', 'DiscussionForumPosting', 'VideoObject', 'Clip', 'PodcastEpisode', 'TVEpisode'],
  ...['RadioEpisode', 'Movie', 'AudioObject', 'Book', 'Chapter', 'Article', 'Report', 'Review', 'WebPage'],
]

/** The names of dates in `<meta>`, the most careful first. */
const DATES = [
  ...['article:published_time', 'og:article:published_time', 'datepublished', 'dc.date', 'dcterms.date'],
  ...['parsely-pub-date', 'date'],
]

/** What a page's head says: by the tags of scholarly articles, else JSON-LD, else Open Graph, else its title. */
export function metadataOf({ metas, things, title, language }: Head): Metadata {
  const first = (...names: string[]) => names.flatMap((name) => metas.get(name) ?? [])[0] ?? null
  const thing = tellingOf(things)
  const namesOf = namesAmong(things)
  const site = first('og:site_name', 'application-name') ?? siteOf(things)
  return {
    title:
      first('citation_title') ??
      textOf(thing?.headline) ??
      first('og:title', 'twitter:title', 'dc.title') ??
      textOf(thing?.name) ??
      withoutSite(title, site),
    publisher:
      first('citation_journal_title', 'citation_conference_title') ??
      namesOf(thing?.publisher)[0] ??
      site ??
      first('citation_publisher', 'dc.publisher'),
    authors: authorsOf(metas, thing, namesOf),
    issued:
      dateOf(first('citation_publication_date', 'citation_date', 'citation_online_date')) ??
      dateOf(textOf(thing?.datePublished) ?? textOf(thing?.uploadDate)) ??
      dateOf(first(...DATES)),
    language:
      languageOf(textOf(thing?.inLanguage) ?? '') ??
      languageOf(language) ??
      languageOf(first('citation_language', 'og:locale') ?? ''),
    type: metas.has('citation_journal_title')
      ? 'ScholarlyArticle'
      : (typesOf(thing).find((type) => TELLING.includes(type)) ?? first('og:type')),
    doi: first('citation_doi', 'dc.identifier'),
    isbn: first('citation_isbn', 'book:isbn', 'books:isbn') ?? textOf(thing?.isbn),
  }
}

/** The authors by the first of the ways that names any. */
function authorsOf(
  metas: Head['metas'],
  thing: Thing | null,
  namesOf: (value: unknown) => string[],
): string[] {
  const all = (name: string) => (metas.get(name) ?? []).filter(isName)
  const ways = [
    all('citation_author').map(inOrder),
    all('citation_authors').flatMap((names) => names.split(/\s*;\s*/).map(inOrder)),
    namesOf(thing?.author),
    namesOf(thing?.creator),
    ...['author', 'article:author', 'parsely-author', 'dc.creator'].map(all),
  ]
  return [...new Set(ways.find((names) => names.length > 0) ?? [])].slice(0, 20)
}

function tellingOf(things: readonly Thing[]): Thing | null {
  for (const type of TELLING) {
    const found = things.find((one) => typesOf(one).includes(type))
    if (found) return found
  }
  return null
}

/** Its types, also where they are written as addresses. */
const typesOf = (thing: Thing | null): string[] =>
  listOf(thing?.['@type']).map((type) => String(type).replace(/^https?:\/\/schema\.org\//, ''))

/** The name of the site, where its JSON-LD has one. */
const siteOf = (things: readonly Thing[]): string | null =>
  textOf(things.find((one) => typesOf(one).includes('WebSite'))?.name)

/**
 * The names of people or organizations, which JSON-LD writes as texts, as objects, as references to other objects of the
 * page, or as lists of these.
 */
const namesAmong = (things: readonly Thing[]) => (value: unknown) =>
  listOf(value)
    .slice(0, 20)
    .map((one) => {
      if (typeof one !== 'object' || one === null) return one
      const { name, '@id': id } = one as Thing
      return name ?? (id && things.find((other) => other['@id'] === id && other.name !== undefined)?.name)
    })
    .flatMap((one) => textOf(one) ?? [])
    .filter(isName)

/** Some sites give an author by the address of their page. */
const isName = (text: string) => text !== '' && !/^https?:\/\//i.test(text)

const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** A text, or the first of a list of them, in one line and cut; HTML in it is left out. */
export function textOf(value: unknown): string | null {
  const [one] = listOf(value)
  if (typeof one !== 'string' && typeof one !== 'number') return null
  const text = String(one)
    .slice(0, 2_000)
    .toWellFormed()
    .replace(/<\/?[a-z][^>]{0,200}>/gi, '')
  return text.replace(/[\s\p{Cc}]+/gu, ' ').trim() || null
}

/** `Oseman, Alice` as it is spoken (Google Scholar's inclusion guidelines allow both). */
const inOrder = (name: string) => name.replace(/^([^,]+),\s*([^,]+)$/, '$2 $1').trim()

const BETWEEN = /\s+[|–—·•«»:-]+\s+/

/** A page's title without the name of its site, which many add at one end. */
function withoutSite(title: string, site: string | null): string | null {
  const parts = title.split(BETWEEN)
  const isSite = (part: string | undefined) => part?.toLowerCase() === site?.toLowerCase()
  if (site === null || parts.length < 2) return title || null
  const [first = '', last = ''] = [parts.at(0), parts.at(-1)]
  if (isSite(last)) return title.slice(0, -last.length).replace(/[\s|–—·•«»:-]+$/, '') || title
  if (isSite(first)) return title.slice(first.length).replace(/^[\s|–—·•«»:-]+/, '') || title
  return title
}

/** A tag like `en-GB`, also where it is spelled `en_GB`; null for what is none. */
export function languageOf(text: string): string | null {
  const tag = text.trim().replaceAll('_', '-')
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) || tag.length > 35) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}
