/** Bringing a list of sources along. */
export const importing = {
  heading: 'Bring a list of sources',
  intro:
    'From a program that keeps references: BibTeX (.bib) or RIS (.ris). What is here already is not added again; what cannot be read is told with its line, and costs nothing else.',
  file: 'A file',
  fileHint: 'It stays on your device; its entries are sent a few at a time.',
  orText: 'Or its text',
  text: 'The text of a file',
  submit: 'Add them',
  busy: (done: number, all: number) => `${done} of ${all}…`,
  stop: 'Stop',
  stopped: 'Stopped. What was sent is added; what was not sent is still here.',
  wait: (seconds: number) => `So many at once are too fast: it goes on in ${seconds} s.`,
  added: (count: number) => (count === 1 ? 'One source added.' : `${count} sources added.`),
  waiting: (count: number) =>
    count === 1 ? 'One source waits for review.' : `${count} sources wait for review.`,
  toSubmission: 'See it',
  known: (count: number) => (count === 1 ? 'One was here already:' : `${count} were here already:`),
  twice: (label: string) => `${label} (twice in the list)`,
  broken: (count: number) => (count === 1 ? 'One cannot be read:' : `${count} cannot be read:`),
  line: (line: number) => `Line ${line}`,
  more: (count: number) => `and ${count} more`,
  toSources: 'All sources',
  link: 'Bring a list of sources',
  summary: 'From a list of sources',
  nothing: 'Choose a file, or paste its text.',
  noEntries: 'There is no entry in it. One of BibTeX begins with @, one of RIS with TY.',
  unreadable: 'A bracket, a quotation mark or the end is missing.',
  tooLong: (kilo: number) => `Without scripts at most ${kilo},000 characters at once.`,
  tooMany: (most: number) => `Without scripts at most ${most} entries at once.`,
  tooManyToReview: (most: number) =>
    `Somebody reviews what you add: bring at most ${most} at once, or ask a moderator to bring the whole list.`,
}
