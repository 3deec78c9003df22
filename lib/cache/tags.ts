import { titleTag } from './title-tag'

/**
 * What a public page was made from, by name. A loader records the tags of what it is about to read; whatever changes
 * that announces the same tags.
 */
export const tags = {
  /** An entry's head, label, address, protection, deletion, standing. */
  entry: (id: number) => `entry:${id}`,
  /** What a title leads to, also while there is no such page. */
  title: titleTag,
  /** An entry's list of revisions. */
  history: (id: number) => `history:${id}`,
  /** Every comment that is shown. */
  allTalk: 'all-talk',
  /** The list of threads about an entry. */
  talk: (id: number) => `talk:${id}`,
  /** How many threads about an entry are open. */
  openThreads: (id: number) => `open-threads:${id}`,
  /** A thread with its comments. */
  thread: (id: number) => `thread:${id}`,
  /** The facts about a page. */
  factsAbout: (pageId: number) => `facts-about:${pageId}`,
  /** What cites a source. */
  restsOn: (sourceId: number) => `rests-on:${sourceId}`,
  /** Whatever links to a title by its text. */
  linksToTitle: (key: string) => `links-to-${titleTag(key)}`,
  /** Whatever refers to an entry. */
  linksTo: (id: number) => `links-to:${id}`,
  /** What names a page in a field of a type, by its id or one of its titles, and so stands at the other end. */
  namedIn: (id: number) => `named-in:${id}`,
  /** The members of a category. */
  members: (pageId: number) => `members:${pageId}`,
  pagesOfKind: (kind: string) => `pages:${kind}`,
  /** An account's name and role. */
  account: (id: number) => `account:${id}`,
  /** The name of an author of another wiki. */
  authorElsewhere: (id: number) => `author-elsewhere:${id}`,
  /** An account's published edits. */
  contributions: (id: number) => `contributions:${id}`,
  /** What an account says of sources. */
  checksBy: (id: number) => `checks-by:${id}`,
  /** What an account says of itself. */
  ownWords: (id: number) => `own-words:${id}`,
  /** Recent changes, the newest facts, the counts: whatever any publishing changes. */
  recent: 'recent',
  /** Lists of facts by standing. */
  standings: 'standings',
  /** The most wanted titles, as they were counted last. */
  wanted: 'wanted',
  /** The public log. */
  log: 'log',
  /** All sources. */
  sources: 'sources',
  /** All files. */
  files: 'files',
  /** The sizes in which a stored object is there. */
  object: (sha256: string) => `object:${sha256}`,
  /** Which values fit the types of their fields, after a type was changed. */
  fieldValues: 'field-values',
  /** The places that gates name: their order, their titles, when they open. */
  places: 'places',
  /** The wiki's settings, page kinds and infobox fields. */
  settings: 'settings',
} as const
