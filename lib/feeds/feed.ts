/** One thing that a feed tells of, newest first in its feed. */
export interface FeedItem {
  /** Its address, absolute: the same for as long as the wiki stays where it is, and no other item's. */
  id: string
  /** Where to read it. */
  url: string
  title: string
  text: string
  publishedAt: Date
  updatedAt: Date
  /** Null where nobody is named. */
  author: string | null
}

/** A feed, before it is written in a format. */
export interface Feed {
  title: string
  /** Its own address in this format, and the address of the page that shows the same; absolute. */
  self: string
  home: string
  /** Who answers for what names no author: the wiki. */
  wiki: string
  /** BCP 47. */
  language: string
  items: FeedItem[]
}

/** When a feed was last changed: with its newest item. Without items nothing is known to be newer than the time itself. */
export const updatedAt = ({ items }: Feed): Date =>
  new Date(Math.max(0, ...items.map((item) => item.updatedAt.getTime())))
