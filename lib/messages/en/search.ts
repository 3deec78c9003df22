import { upTo } from './up-to'

const some = (count: number, isMore: boolean) => (isMore ? `${count}+` : upTo(count))

/** Search: its form, its results, what is suggested, and the palette of pages and actions. */
export const search = {
  title: 'Search',
  titleFor: (query: string) => `“${query}”`,
  hint: 'Find pages, facts, sources and pictures. A slip of the finger does no harm.',
  waysTitle: 'Ways to search',
  ways: [
    ['“two words”', 'together and in this order'],
    ['tears -acting', 'the first word without the second'],
    ['filming or casting', 'one of the two'],
  ] as [string, string][],
  browseTitle: 'Or look around',
  newPages: 'Newest pages',
  none: (query: string) => `Nothing found for “${query}”.`,
  noneChosen: (query: string) => `Nothing found for “${query}” with what you chose.`,
  noneHelp: 'Try fewer words, or another spelling.',
  noWords: 'There is no letter or number in this to look for.',
  wasCut: (most: number) => `Only the first ${most} characters were looked for.`,
  create: (query: string) => `Create the page “${query}”`,
  clear: 'Show everything that was found',
  results: (count: number, isMore: boolean, query: string) =>
    `${some(count, isMore)} ${count === 1 && !isMore ? 'result' : 'results'} for “${query}”`,
  ofMany:
    'Very many match: these are the best of the first that were found. One more word narrows them down.',
  instead: { before: 'You wrote ', after: '.' },
  exactly: 'Search for exactly that',
  alias: (title: string) => `Also called “${title}”`,
  narrow: 'Narrow it down',
  narrowed: (count: number) => `${count} chosen`,
  facet: {
    kind: 'Kind',
    standing: 'How sure is this?',
    place: 'Season',
    speaker: 'Who said it',
    topic: 'Topic',
    category: 'Category',
    picture: 'Picture',
  },
  all: 'All',
  withPicture: 'With a picture',
  takeBack: 'chosen; tap to take it back',
  some,
  sort: 'Sort by',
  sortBy: { best: 'Best match', newest: 'Newest', oldest: 'Oldest', backed: 'Most sources' },
  next: 'Next results',
  article: 'Read the article',
}
