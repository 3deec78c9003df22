/* Citing: the fields of a citation, and those of a source. */

const stances = {
  supports: 'says yes',
  contradicts: 'says no',
  narrows: 'says it in part',
  supersedes: 'replaces it',
  background: 'context',
}

const directnesses = {
  report: 'someone writing about it',
  original: 'from the person or the work itself',
}

const openings = {
  not_yet: 'not yet',
  yes: 'yes',
  unavailable: 'not available',
}

const sourceTypes = {
  webpage: 'Web page',
  article: 'Article',
  'article-newspaper': 'Newspaper article',
  'article-magazine': 'Magazine article',
  'article-journal': 'Article in a journal',
  interview: 'Interview',
  broadcast: 'Broadcast or video',
  motion_picture: 'Film or episode',
  book: 'Book or comic',
  chapter: 'Chapter of a book',
  post: 'Post on social media',
  'post-weblog': 'Blog post',
}

/** A citation, wherever one is written. */
export const citation = {
  source: 'Link, DOI, ISBN or a few words',
  sourceHint: 'Paste a link, or search the sources',
  sourceMissing: 'Paste a link, choose a source, or describe one in words.',
  newSource: (text: string) =>
    /^https?:\/\//i.test(text) ? `New source with this link: ${text}` : `New source: ${text}`,
  newSourceLabel: 'New source',
  another: 'Choose another',
  stance: 'What it says',
  stances,
  directness: 'Is this where it was said, or someone writing about it?',
  directnessOptions: { original: 'Where it was said', report: 'Someone writing about it' },
  directnesses,
  opened: 'Did you read or watch it?',
  openings,
  openedIn: (opened: 'yes' | 'not_yet' | 'unavailable') =>
    ({ yes: 'opened', not_yet: 'not yet opened', unavailable: 'not available' })[opened],
  locator: 'Where in it',
  quote: 'Exact quote',
  via: 'Seen through',
  note: 'Note for editors',
  hints: {
    locator: 'A page, a minute, a section',
    quote: (most: number) => `At most ${most} characters, exactly as they stand there`,
    via: 'Who carried or reported it, when you did not see it at its publisher’s',
    note: 'Shown to people who look into the sources, not on the page',
  },
  lookUp: {
    asking: 'Looking it up … Write on meanwhile.',
    known: (number: number) => `Already here: source ${number}.`,
    uses: (count: number) => `Used in ${count.toLocaleString('en-GB')} ${count === 1 ? 'place' : 'places'}.`,
    filled: 'Filled in for you.',
    correct: 'Correct anything by tapping it.',
    startsAt: (place: string) => `Your link starts at ${place}.`,
  },
  more: 'More about this citation',
  insert: 'Cite here',
  change: 'Change the citation',
  remove: 'Remove the citation',
  list: 'Sources',
  add: 'Add a source',
  numbered: (number: number) => `Source ${number}`,
  takeOut: (number: number) => `Take out source ${number}`,
  none: 'No source yet, and that is what readers see.',
}

/** The record of a source. */
export const source = {
  type: 'Kind of source',
  types: sourceTypes,
  title: 'Title',
  description: 'Description',
  publisher: 'Publisher or outlet',
  authors: 'Authors',
  issued: 'Date',
  language: 'Language',
  url: 'Link',
  archiveUrl: 'Archived copy',
  doi: 'DOI',
  isbn: 'ISBN',
  via: 'Seen through',
  note: 'Note for editors',
  derivedFrom: 'Does it repeat another source?',
  derivations: {
    unknown: 'not known',
    none: 'no, it stands by itself',
    work: 'no, it is the work itself: an episode, a film, a chapter',
    source: 'yes, it repeats another source',
  },
  original: 'The source that it repeats',
  workPage: 'The page about this work',
  hints: {
    url: 'Starts with https://',
    title: 'As it stands there, if you know it',
    description: 'When the title is not known: what it is, in your words',
    publisher: undefined,
    issued: 'As far as known: 2022, April 2022 or 22 April 2022',
    authors: 'One a line',
    language: 'In short: en, fr, pt-BR',
    doi: 'Of a paper: starts with 10.',
    isbn: 'Of a book: 10 or 13 digits',
    archiveUrl: 'For instance at web.archive.org',
    via: 'Who carried or reported it',
    derivedFrom: 'Two outlets that carry one interview count as one source.',
    note: 'Shown to editors, not on the source’s page',
  },
}
