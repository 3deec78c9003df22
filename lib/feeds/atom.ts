import { element, type Markup, xmlDocument } from '@/lib/text/xml'
import { type Feed, type FeedItem, updatedAt } from './feed'

const link = (rel: string, href: string, type: string) => element('link', { rel, type, href })
const person = (name: string) => element('author', {}, element('name', {}, name))

/** A feed as Atom (RFC 4287). */
export function atomOf(feed: Feed): string {
  return xmlDocument(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('id', {}, feed.self),
      element('title', {}, feed.title),
      element('updated', {}, updatedAt(feed).toISOString()),
      person(feed.wiki),
      link('self', feed.self, 'application/atom+xml'),
      link('alternate', feed.home, 'text/html'),
      ...feed.items.map(entryOf),
    ),
  )
}

function entryOf(item: FeedItem): Markup {
  return element(
    'entry',
    {},
    element('id', {}, item.id),
    element('title', {}, item.title),
    element('published', {}, item.publishedAt.toISOString()),
    element('updated', {}, item.updatedAt.toISOString()),
    item.author === null ? null : person(item.author),
    link('alternate', item.url, 'text/html'),
    element('content', { type: 'text' }, item.text),
  )
}
