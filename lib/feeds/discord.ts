import { shorten } from '@/lib/text/shorten'
import type { FeedItem } from './feed'

/** The longest texts that Discord takes in an embed, in characters (its documentation of webhooks, "Embed Limits"). */
const LONGEST = { title: 256, description: 500, author: 256 }

/** How many embeds one message has at most. */
export const MOST_EMBEDS = 10

/** Items as the body of one message to a Discord webhook; nobody is notified by what is written in them. */
export const discordMessageOf = (items: readonly FeedItem[]) => ({
  allowed_mentions: { parse: [] },
  embeds: items.map((item) => ({
    title: shorten(item.title, LONGEST.title),
    url: item.url,
    description: shorten(item.text, LONGEST.description),
    timestamp: item.updatedAt.toISOString(),
    ...(item.author !== null && { author: { name: shorten(item.author, LONGEST.author) } }),
  })),
})
