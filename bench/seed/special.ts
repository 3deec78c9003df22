/** What is out of the ordinary, by its place among the pages; it is the same in wikis of all sizes. */
export const SPECIAL = {
  /** So many of the first pages are special, or stand in wait for what names them. */
  pages: 40,
  work: 0,
  /** Half of all pages are in it. */
  category: 1,
  /** One fact in ten names it, or more. */
  mostLinked: 2,
  longHistory: 3,
  /** One fact in two hundred is about it. */
  manyFacts: 4,
  /** As many facts as the page that the goals speak of. */
  standard: 5,
  standardFacts: 24,
  /** A few hundred facts each. */
  hot: [6, 7, 8, 9, 10],
  /** A fact is about this many of them, from `aboutFrom` on, and about so many others list it. */
  aboutFrom: 12,
  about: 20,
  listing: 980,
} as const
