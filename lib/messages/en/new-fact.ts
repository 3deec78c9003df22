import { upTo } from './up-to'

/** Adding a fact: three questions, and the optional rest. */
export const newFact = {
  statement: 'What did you learn?',
  statementHint: 'One claim, in one or two sentences of your own.',
  marks: {
    label: 'Emphasis and links',
    bold: 'Bold (or type two stars around it)',
    italic: 'Italic (or type a star around it)',
    page: 'Link to a page (or type two square brackets)',
    reads: 'It will read:',
  },
  speaker: 'Who said it?',
  speakerHint: 'A person, a character, a magazine. Not sure? Leave it empty.',
  where: 'Where? Paste a link or describe it',
  authorsHint: 'Several are separated by semicolons.',
  whereHint: 'An interview, an episode, page 12 of the second book. Not sure? Leave it empty.',
  inStory: {
    title: 'It happens in the story',
    work: 'In which episode, film or book?',
    workHint: 'Its page in this wiki. It becomes the source, if you have seen or read it there.',
    at: 'Where in it?',
    atHint: 'A time or a page, for instance 12:34 or page 12.',
    add: 'It happens in the story',
    cancel: 'Not in the story',
  },
  about: 'Which page is it about?',
  aboutHint: (fallback: string | null) =>
    fallback === null
      ? 'Not sure? Leave it empty: it is put on the page of whoever said it.'
      : `Not sure? Leave it empty: it is put on the page of whoever said it, or else on “${fallback}”.`,
  aboutKnown: ['It will be on the page ', '.'],
  aboutChange: 'Another page? Change it under “More, if you know it”.',
  notSure: 'not sure',
  /** What people type for "not sure", besides leaving the field empty. */
  meansNotSure: /^(?:not sure|unsure|unknown|no idea|i ?don[’']?t know|don[’']?t know|dunno|\?+|-+)\.?$/i,

  more: 'More, if you know it',
  under: 'Under which heading of the page should it stand?',
  underHint: 'In your words. Editors of the page put it there.',
  quote: 'Exact quote',
  quoteHint: (most: number) => `At most ${most} characters, exactly as they were said or stand there.`,
  directness: 'Is this where it was said, or someone writing about it?',
  directnesses: {
    '': 'not sure',
    original: 'where it was said: by the person, or in the work',
    report: 'someone writing about it',
  },
  opened: 'Did you read or watch it there yourself?',
  openings: { not_yet: 'not yet, or not sure', yes: 'yes', unavailable: 'not available' },
  anotherSource: (number: number) => (number === 2 ? 'Another source' : 'And one more'),
  anotherSourceHint: 'A link, or a description.',
  anotherPage: (number: number) => (number === 2 ? 'Another page it is about' : 'And one more page'),
  saidTo: 'To whom was it said?',
  saidToHint: 'An outlet, a programme, an audience.',
  saidOn: 'When?',
  saidOnHint: 'As far as known: 2022, April 2022 or 22 April 2022.',
  gate: 'Does it give away plot?',
  gates: { none: 'no, anybody may read it', unknown: 'yes, season unknown' },
  gateFrom: (place: string) => `yes, up to: ${place}`,
  /** Facts that say much the same as what is being typed. */
  similar: {
    title: 'Is this already here?',
    addMine: (number: number) => `Add my source to fact ${number}`,
    another: 'Mine says something else',
  },
  /** A source that came along from the form of another fact. */
  brought: {
    added:
      'Your source is added below. Look at it once more, then save. What you typed before is kept as a draft.',
    there: 'This fact cites your source already. What you typed before is kept as a draft.',
  },
  reach: (count: number) =>
    `What you change here is seen on ${upTo(count)} ${count === 1 ? 'page' : 'pages'}`,
  similarOpen: 'A similar statement stands open:',
  topicsHint: 'Separated by commas, for instance: casting, music.',
  noteHint: 'Shown on the fact’s own page only.',
  summary: 'Anything to tell the reviewers?',

  send: 'Send for review',
  publish: 'Publish',
  sending: 'Sending…',
  visitor: 'You sign in, or make an account, when you send it.',

  tooLong: (most: number) =>
    `At most ${most} characters fit here. Keep to one claim; the rest can be a fact of its own.`,
  statementMissing: 'Write what you learned: a sentence is enough.',
  noAddress:
    'This is no address of a web page: one starts with https://. Paste the whole link, or describe it in words.',
  sourceGone: 'The source that you chose was deleted meanwhile. Choose another, or describe it.',
  pageGone: (title: string) =>
    `The page “${title}” was deleted meanwhile. Name another, or leave this empty when you are not sure.`,
  namedGone:
    'A page that this names was deleted meanwhile. Name another, or leave it empty when you are not sure.',
  noPageYet: 'This wiki has no page yet for a fact. Write one first: what you typed here is kept.',

  /** Names of no page, kept for the reviewers in the editors' note. */
  inWords: {
    speaker: (words: string) => `Who said it, in the author’s words: ${words}`,
    about: (words: string) => `What it is about, in the author’s words: ${words}`,
    under: (words: string) => `Where it should stand on its page, in the author’s words: ${words}`,
    quote: (words: string) => `Exact quote, as far as the author knows: “${words}”`,
  },

  waitingTitle: 'Thank you. Your fact is waiting for review.',
  waiting:
    'Somebody who knows the wiki looks at it next. Then it appears on its page, or you are told what is missing and can mend it.',
  another: 'Add another fact',
} as const
