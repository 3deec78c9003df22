import type { Thing } from 'schema-dts'
import type { SourceContent } from '@/lib/kinds/schemas/source'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import type { SourceView } from '@/lib/sources/view'
import { at, crumbsOf, graphOf } from './parts'

/** The types of sources, which follow CSL, in schema.org. */
const TYPES = {
  article: 'Article',
  'article-journal': 'ScholarlyArticle',
  'article-magazine': 'Article',
  'article-newspaper': 'NewsArticle',
  book: 'Book',
  broadcast: 'CreativeWork',
  chapter: 'Chapter',
  interview: 'CreativeWork',
  motion_picture: 'Movie',
  post: 'SocialMediaPosting',
  'post-weblog': 'BlogPosting',
  webpage: 'WebPage',
} as const satisfies Record<SourceContent['type'], string>

/** A source as the work that it is, wherever that is published. */
export function sourceData({ content, record, derivedFrom }: SourceView) {
  const path = paths.source(record.number)
  const { type, authors, publisher, issued, language, url, archiveUrl, doi, isbn } = content
  const work = {
    '@type': TYPES[type],
    '@id': at(path),
    name: record.title,
    ...(url && { url }),
    ...(archiveUrl && { archivedAt: archiveUrl }),
    ...(authors.length > 0 && { author: authors.map((name) => ({ '@type': 'Person', name })) }),
    ...(publisher && { publisher: { '@type': 'Organization', name: publisher } }),
    ...(issued && { datePublished: issued }),
    ...(language && { inLanguage: language }),
    ...(isbn && { isbn }),
    ...(doi && { identifier: { '@type': 'PropertyValue', propertyID: 'doi', value: doi } }),
    ...(derivedFrom && { isBasedOn: { '@type': 'CreativeWork', '@id': at(derivedFrom.path) } }),
    mainEntityOfPage: at(path),
  } as Thing
  const { all } = messages().sources
  return graphOf(work, crumbsOf(path, { label: all, path: paths.sources() }, { label: record.title, path }))
}
