import { messages } from '@/lib/messages/messages'
import { queryOf, type RecentQuery, type RecentView, titleOfView, viewOf } from '@/lib/revisions/recent'
import { paths } from '@/lib/routes'
import { canonical } from '@/lib/wiki/canonical'
import { loadSite } from '@/lib/wiki/site'
import { loadOrigin } from './loaders'
import { LINK_PICTURE, WHOLE } from './picture/size'

/** A feed by its name without its format, its title, and the query of a view of recent changes. */
export type FeedLink = readonly [name: string, title: string, query?: RecentQuery]

/** What a page says of itself to search engines and to sites that show a link to it. */
interface Described {
  /** Null for the wiki itself. */
  title: string | null
  description?: string | undefined
  path: string
  /** The name of its picture; that of the wiki for lists. */
  picture?: string
  feeds?: readonly FeedLink[]
  /** Whether it can be shown on other sites by its address (oEmbed). */
  canBeEmbedded?: boolean
  /** Whether search engines may list it. */
  isIndexed?: boolean
}

/** The metadata of one page: its canonical address, its cards on other sites (Open Graph, Twitter), its feeds. */
export async function headOf(page: Described) {
  const [{ name, sentence }, origin] = await Promise.all([loadSite(), loadOrigin()])
  const { title, path, picture = WHOLE, feeds = [], isIndexed = true } = page
  const description = page.description ?? (title === null ? sentence : undefined)
  const image = {
    url: origin + paths.linkPicture(picture),
    ...LINK_PICTURE,
    type: 'image/png',
    alt: title ?? name,
  }
  const { alternates } = canonical(path)
  const typed = {
    ...(feeds.length > 0 && typesOf(feeds)),
    ...(page.canBeEmbedded && {
      'application/json+oembed': oembedAt(origin + path, 'json'),
      'text/xml+oembed': oembedAt(origin + path, 'xml'),
    }),
  }
  return {
    title: title ?? { absolute: name },
    ...(description !== undefined && { description }),
    alternates: { ...alternates, types: typed },
    openGraph: {
      ...{ type: title === null ? ('website' as const) : ('article' as const), siteName: name },
      ...{ title: title ?? name, locale: messages().language.tag, images: [image] },
      ...(description !== undefined && { description }),
      ...(alternates && { url: alternates.canonical }),
    },
    twitter: { card: 'summary_large_image' as const },
    ...(!isIndexed && { robots: { index: false } }),
  }
}

/** Feeds by their formats. */
const typesOf = (feeds: readonly FeedLink[]) => ({
  'application/atom+xml': feeds.map(([feed, called, query]) => ({
    url: paths.feed(`${feed}.atom`, query),
    title: called,
  })),
  'application/feed+json': feeds.map(([feed, called, query]) => ({
    url: paths.feed(`${feed}.json`, query),
    title: called,
  })),
})

/** The metadata of a page of talk about an entry, which search engines leave out: its title, and the feed of that talk. */
export function headOfTalk(title: string, about: { id: number; label: string } | null) {
  const feeds = about && typesOf([[`talk-${about.id}`, messages().talk.title(about.label)]])
  return { title, robots: { index: false }, ...(feeds && { alternates: { types: feeds } }) }
}

const oembedAt = (url: string, format: string) => [
  { url: paths.oembed({ url, format }), title: messages().sharing.oembed },
]

/** The feeds of the whole wiki; that of recent changes as a view shows them. */
export function wikiFeeds(view: RecentView = viewOf({})): FeedLink[] {
  const { sharing, talk } = messages()
  return [
    ['recent', titleOfView(view), queryOf(view)],
    ['facts', sharing.feeds.newFacts],
    ['disagreeing', sharing.feeds.disagreeing],
    ['talk', talk.feed.ofAll],
  ]
}
