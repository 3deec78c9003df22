import type { AddressText } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { messages } from '@/lib/messages/messages'
import { queryOf, type RecentView, viewOf } from '@/lib/revisions/recent'
import { paths } from '@/lib/routes'
import { loadSite } from '@/lib/wiki/site'
import { atomOf } from './atom'
import { jsonFeedOf } from './json-feed'
import { ofOne, ofTheWiki, type Told } from './subjects'

const formats = {
  atom: { write: atomOf, mediaType: 'application/atom+xml' },
  json: { write: jsonFeedOf, mediaType: 'application/feed+json' },
} as const
export type FeedFormat = keyof typeof formats

/** The format that a feed's name ends with; Atom for a name that ends with none. */
export const formatCalled = (name: AddressText): FeedFormat => (name.endsWith('.json') ? 'json' : 'atom')

/**
 * A feed by its name: `recent.atom` (as a view shows recent changes), `facts.json`, `disagreeing.atom`, `talk.atom`, or of
 * one entry, one speaker, or the talk about one entry, like `page-3.atom`. Null where there is no such feed for everybody.
 */
export async function feedCalled(
  name: AddressText,
  origin: string,
  view: RecentView = viewOf({}),
): Promise<{ body: string; mediaType: string } | null> {
  const [, subject = '', digits, format] = /^([a-z]+)(?:-(\d+))?\.(atom|json)$/.exec(name) ?? []
  const told = await toldOf(subject, digits, origin, view)
  if (!told) return null
  const { write, mediaType } = formats[format as FeedFormat]
  const { path, ...feed } = told
  const query = subject === 'recent' ? queryOf(view) : undefined
  const { name: wiki } = await loadSite()
  const { tag: language } = messages().language
  const whole = { ...feed, self: origin + paths.feed(name, query), home: origin + path, wiki, language }
  return { body: write({ ...whole, title: messages().frame.titleOf(feed.title, wiki) }), mediaType }
}

async function toldOf(
  subject: string,
  digits: string | undefined,
  origin: string,
  view: RecentView,
): Promise<Told | null> {
  if (digits === undefined)
    return Object.hasOwn(ofTheWiki, subject)
      ? ofTheWiki[subject as keyof typeof ofTheWiki](origin, view)
      : null
  const number = numberOfAddress(digits)
  return number === null ? null : ofOne(subject, number, origin)
}
