import { search } from './search'
import { about, upTo } from './up-to'

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** Pages, the front page, search, and missing pages. */
export const reading = {
  tabs: { label: 'This page', page: 'Page', history: 'History', edit: 'Edit' },
  /** At the foot of every entry. */
  tools: {
    label: 'More of this entry',
    permalink: 'Permanent link',
  },
  editSection: (heading: string) => `Edit: ${heading}`,
  licences: { line: 'The text shown here is under', and: ' and ', from: ', from ' },
  contents: 'On this page',
  glance: 'At a glance',
  factsHeading: 'Facts',
  moreFacts: 'More facts',
  allListed: 'The text above shows every fact about this page.',
  references: 'References',
  members: 'Pages in this category',
  /** Where a page has more items than it shows. */
  rest: {
    facts: 'There are more facts about this than a page shows. All of them:',
    members: 'There are more pages in this category than a page shows. All of them:',
  },
  /** What names a page in fields of others. */
  ends: {
    said: 'What they said',
    saidBy: (person: string) => `Also said by ${person}`,
    more: (count: number) => `and ${upTo(count)} more`,
    all: (heading: string, count: number) => `${heading}: all ${about(count)}`,
    allSaid: (person: string, count: number) => `All ${about(count)} facts that ${person} said`,
  },
  /** On the card of a page that a link leads to. */
  preview: {
    tally: (count: number, all: number) =>
      count === all ? plural(all, 'fact', 'facts') : `${count} of ${all} facts`,
  },
  /** From a season or an episode to those beside it. */
  neighbours: { label: 'Before and after', before: 'Previous', after: 'Next' },
  /** Behind words that named a page in a field. */
  gone: 'deleted',
  categories: 'Categories',
  reference: (number: number) => `Reference ${number}`,
  backToText: 'Back to the text',
  backTo: (letter: string) => `Back to ${letter}`,
  table: 'Table',
  stub: 'Nothing has been written here yet.',
  writeIt: 'Write it',
  missingLink: (title: string) => `${title} (not written yet)`,
  lastEdited: 'Last edited',
  by: 'by',
  withheldAuthor: 'an author whose name is withheld',
  tally: (facts: number, sources: number) =>
    `${plural(facts, 'fact', 'facts')}, ${plural(sources, 'source', 'sources')}`,
  numberedKind: (kind: string, number: number) => `${kind} ${number}`,
  place: (work: string, number: number) => `${number} in ${work}`,
  spoiler: {
    from: (place: string) => ['Closed until you have seen or read ', place, '.'] as const,
    unknown: 'This passage gives away plot. Nobody has said yet how far, so it stays closed.',
    show: 'Show it',
    references: 'Sources of this passage',
    heading: (page: string) => `A closed passage of ${page}`,
    back: (page: string) => `Back to ${page}`,
    missing: 'There is no such passage.',
  },
  closedEntry: {
    title: 'Closed until you are there',
    why: 'What it is called, and what it says, would give something away.',
  },
  missing: {
    title: 'Not written yet',
    lead: (title: string) => ['There is no page called ', title, ' yet.'] as const,
    invite: 'If you know what belongs here, you can be the one who starts it.',
    create: 'Create this page',
    near: 'Did you mean',
    search: 'Search for it',
    unreadable: 'This address cannot be read as a title.',
  },
  deleted: {
    page: ['The page ', ' was deleted'],
    numbered: ['', ' was deleted'],
    on: (day: string) => ` on ${day}`,
    by: ' by ',
    log: 'Its entries in the public log',
    restore: 'Restore it',
    because: 'The reason given',
    noReason: 'No reason was given.',
  },
  notFound: {
    title: 'There is nothing at this address',
    lead: 'It may have moved, or the address is mistyped.',
    home: 'Front page',
    pages: 'All pages',
  },
  pages: {
    title: 'All pages',
    lead: 'Everything that has a page, by kind.',
    empty: 'No pages yet. Write the first.',
    emptyKind: (plural: string) => `No ${plural.toLowerCase()} yet.`,
    count: (count: number) => `${upTo(count)} ${count === 1 ? 'page' : 'pages'}`,
    howMany: (count: number) => upTo(count),
    missingKind: 'This wiki has no such kind of page.',
    create: 'Write a page',
  },
  front: {
    factOfTheDay: 'Fact of the day',
    featured: 'From the wiki',
    readOn: 'Read on',
    readOnAbout: (title: string) => `Read on: ${title}`,
    newFacts: 'Newly written',
    newPages: 'New pages',
    disputed: 'Sources disagree',
    needSource: 'Could you source this?',
    allFacts: 'All facts',
    allDisputed: 'All whose sources disagree',
    allUnsourced: 'All without a source',
    allPages: 'All pages',
    all: 'All of them',
    categories: 'Categories',
    tree: 'The whole tree',
    ways: 'Look around',
    figures: {
      pages: (count: number) => (count === 1 ? 'page' : 'pages'),
      facts: (count: number) => (count === 1 ? 'fact' : 'facts'),
      sources: (count: number) => (count === 1 ? 'source' : 'sources'),
      editors: (count: number) => (count === 1 ? 'editor this week' : 'editors this week'),
    },
    unnamedSentence: 'A wiki in which every fact says who said it, and where.',
    empty: 'This wiki is still empty. Write its first page.',
  },
  search,
}
