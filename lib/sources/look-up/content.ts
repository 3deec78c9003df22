import { emptySource } from '@/lib/kinds/schemas/empty-source'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import type { Metadata } from '@/lib/outside/metadata/metadata'
import { readDoi, readIsbn } from '@/lib/text/identifiers'
import { shorten } from '@/lib/text/shorten'
import type { TakenApart } from './address'

/** A source from what is told about it: everything is cut to what its fields hold, and control characters left out. */
export function contentOf(told: Metadata, known: Partial<SourceContent> = {}): SourceContent {
  return {
    ...emptySource,
    title: lineOf(told.title, 300),
    publisher: lineOf(told.publisher, 200),
    authors: [...new Set(told.authors.flatMap((one) => lineOf(one, 200) ?? []))].slice(0, 20),
    issued: told.issued,
    language: told.language,
    type: typeOf(told.type, known.url ?? null),
    doi: told.doi && readDoi(told.doi),
    isbn: told.isbn && readIsbn(told.isbn),
    ...known,
  }
}

const lineOf = (text: string | null, most: number): string | null =>
  (text &&
    shorten(
      text
        .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
        .toWellFormed()
        .trim(),
      most - 1,
    )) ||
  null

/** By schema.org's name, Open Graph's, or CSL's own. */
const TYPES: Record<string, SourceContent['type']> = {
  ScholarlyArticle: 'article-journal',
  MedicalScholarlyArticle: 'article-journal',
  NewsArticle: 'article-newspaper',
  ReportageNewsArticle: 'article-newspaper',
  OpinionNewsArticle: 'article-newspaper',
  AnalysisNewsArticle: 'article-newspaper',
  ReviewNewsArticle: 'article-newspaper',
  BlogPosting: 'post-weblog',
  LiveBlogPosting: 'post-weblog',
  SocialMediaPosting: 'post',
  DiscussionForumPosting: 'post',
  VideoObject: 'broadcast',
  Clip: 'broadcast',
  AudioObject: 'broadcast',
  PodcastEpisode: 'broadcast',
  TVEpisode: 'broadcast',
  RadioEpisode: 'broadcast',
  Movie: 'motion_picture',
  Book: 'book',
  Chapter: 'chapter',
  book: 'book',
  chapter: 'chapter',
  broadcast: 'broadcast',
  interview: 'interview',
  motion_picture: 'motion_picture',
  post: 'post',
  'post-weblog': 'post-weblog',
  'article-journal': 'article-journal',
  'article-magazine': 'article-magazine',
  'article-newspaper': 'article-newspaper',
  'proceedings-article': 'article-journal',
  'paper-conference': 'article-journal',
}

/** Sites where everything is a post, or a recording. */
const POSTS =
  /(?:^|\.)(?:twitter\.com|x\.com|instagram\.com|threads\.net|tumblr\.com|bsky\.app|facebook\.com|reddit\.com|mastodon\.social)$/
const RECORDINGS = /(?:^|\.)(?:youtube\.com|youtu\.be|vimeo\.com|twitch\.tv|dailymotion\.com|tiktok\.com)$/

function typeOf(told: string | null, url: string | null): SourceContent['type'] {
  const host = url === null ? '' : new URL(url).hostname
  if (RECORDINGS.test(host)) return 'broadcast'
  if (POSTS.test(host)) return 'post'
  if (told && Object.hasOwn(TYPES, told)) return TYPES[told] ?? 'webpage'
  return told && /^(?:video|music)\b/.test(told) ? 'broadcast' : 'webpage'
}

/** What an address tells when nothing answers: the host as outlet, and a title where its last part is words. */
export function contentOfAddress({ url, archiveUrl }: TakenApart): SourceContent {
  return {
    ...emptySource,
    url,
    archiveUrl,
    title: lineOf(titleIn(url), 300),
    publisher: lineOf(hostIn(url), 200),
    type: typeOf(null, url),
  }
}

/** The host of an address as the name of an outlet. */
export const hostIn = (url: string) => new URL(url).hostname.replace(/^(?:www|m|amp)\./, '')

/** `/news/there-was-magic-in-the-air-1234.html`: “There was magic in the air”. */
function titleIn(url: string): string | null {
  const last = new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? ''
  const words = decoded(last)
    .replace(/\.\w{2,5}$/, '')
    .split(/[-_+\s]+/)
    .filter((word) => !/\d{4,}/.test(word) && word !== '')
  if (words.length < 3 || !words.every((word) => /^[\p{L}\p{N}’']{1,40}$/u.test(word))) return null
  const [first = '', ...rest] = words
  return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(' ')
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
