import { upTo } from './up-to'

const list = (items: string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items)
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** How long something has been waiting, in its largest unit. */
function since(at: Date, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - at.getTime()) / 60_000))
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return `${hours} h`
  return `${Math.floor(hours / 24)} days`
}

/** The review screen, a submission as its author sees it, reverting. */
export const review = {
  title: 'Review',
  waiting: (count: number) => (count === 0 ? 'Nothing is waiting' : `${upTo(count)} waiting`),
  queue: 'Waiting edits',
  filterLabel: 'Which edits',
  all: 'All',
  emptyQueue: 'Nothing waits for a decision. Thank you.',
  emptyFilter: 'Nothing of this sort is waiting.',
  showAll: 'Show all',
  seeRecent: 'See recent changes',
  backToQueue: 'All waiting edits',
  since,
  sinceWords: (at: Date, now: Date) => {
    const words = since(at, now)
    return words === 'just now' ? words : `${words} ago`
  },
  moment: (at: Date) => `${moment.format(at)} UTC`,
  firstEdit: 'first edit',
  more: (count: number) => `and ${counted(count, 'more entry', 'more entries')}`,
  unnamed: 'something that is gone',
  by: 'by',
  noSummary: 'no summary given',
  minor: 'marked as a small edit',
  /** The kinds of change; a new entry changes everything, so only that it is new is said. */
  touches: (classes: (keyof typeof touched)[], isNew: boolean) =>
    isNew ? 'adds something new' : `changes ${list(classes.map((one) => touched[one]))}`,
  clearsPrivateLife: 'takes the “private life” flag away',
  isPrivateLife: 'private life',
  andMore: (count: number) => `and ${count} more`,
  live: (number: number) => `Live · version ${number}`,
  base: (number: number) => `Version ${number}`,
  asIn: (submission: number) => `As in submission ${submission}`,
  submission: (id: number) => `Submission ${id}`,
  buildsOn: 'Based on an earlier edit of the same author:',
  buildsOnOnly: 'Shown is only what this one changes.',
  proposed: 'Proposed',
  nothing: 'Not there yet',
  newEntry: 'As it would read',
  baseHidden:
    'The version this edit started from is not shown any more, so here is the whole text as proposed.',
  similar: {
    title: 'Is this already here?',
    hint: 'These facts say much the same. If this is one of them, its source belongs there: ask for that, or add it yourself.',
  },
  sources: { all: 'Sources', added: 'New or changed references' },
  isNewCitation: 'new',
  openSource: 'Open the source',
  openArchive: 'Archived copy',
  opensNewTab: '(opens in a new tab)',
  sourceGone: 'A source that is gone',
  newSource: 'comes with this edit',
  moved: (base: number, head: number) =>
    `The entry has changed since the author began (version ${base}, now ${head}). Both edits fit together: what you see is this edit on top of today’s text.`,
  conflict: {
    title: 'The same passage was changed meanwhile',
    lead: 'This edit cannot be accepted as it is. Ask the author to look at today’s text, or bring their words in yourself: they are all here.',
    decideFirst:
      'This changes words of an earlier edit of the same author that is not decided yet. Decide that one first:',
    base: 'Before both',
    theirs: 'Live now',
    yours: 'Proposed',
    empty: 'nothing',
    edit: 'Edit the entry yourself',
  },
  redacted: (count: number) =>
    count === 1 ? 'The text of it is withheld.' : `The texts of ${count} entries are withheld.`,
  cannotAccept: 'It cannot be accepted now:',
  privateLife: {
    note: 'This is somebody’s private life: it takes the agreement of two moderators, neither of them the author. Own words are necessary, never enough: was it said under pressure, or hounded out of them? Then it is not published, and nothing is once the person asks.',
    agreed: (names: string[]) => `${list(names)} ${names.length === 1 ? 'has' : 'have'} agreed.`,
    youAgreed: 'You have agreed. Now another moderator has to.',
  },
  accept: 'Accept',
  accepting: 'Accepting…',
  /** Asking for changes and declining, each with common reasons. */
  turnDown: {
    request_changes: {
      open: 'Ask for changes…',
      title: 'What should be different? The author reads this, amends it, and it comes back to you.',
      confirm: 'Ask for changes',
      busy: 'Giving it back…',
      canned: [
        'Please add a source that says this.',
        'Please say where in the source this is.',
        'Please say it in your own words.',
        'Somebody changed the same passage meanwhile: please look at it as it is now.',
      ],
    },
    decline: {
      open: 'Decline…',
      title: 'Why? The author reads this.',
      confirm: 'Decline',
      busy: 'Declining…',
      canned: [
        'It needs a source that says this.',
        'The source does not say this.',
        'It is there already.',
        'It tells somebody’s private life.',
      ],
    },
  },
  reason: 'Reason',
  reasonTooLong: (most: number) => `At most ${most} characters.`,
  stepsLabel: 'Through the queue',
  next: 'Next',
  previous: 'Previous',
  toNext: 'Go on to the next one',
  keys: 'Letter keys',
  actionsLabel: 'Decide',
  notYours: 'This is your own edit: somebody else has to decide.',
  /** The outcome of the previous case. */
  done: {
    accepted: (heading: string) => ['Accepted:', heading] as const,
    declined: (heading: string) => ['Declined:', heading] as const,
    changesRequested: (heading: string) => ['You asked the author for changes:', heading] as const,
    overtaken: (heading: string) => ['Everything it proposed is there already:', heading] as const,
    voted: (heading: string) => ['You agreed; another moderator has to as well:', heading] as const,
  },
  seeResult: 'See it live',
  decided: {
    accept: (by: string, when: string) => `Accepted by ${by}, ${when}.`,
    decline: (by: string, when: string) => `Declined by ${by}, ${when}.`,
    request_changes: (by: string, when: string) => `${by} asked for changes, ${when}.`,
  },
  reasonGiven: 'The reason given',
  submissions: {
    title: 'Your submissions',
    intro: 'What you sent for review, and whose turn it is.',
    empty: 'You have sent nothing for review. What you are trusted with goes live at once.',
    eyebrow: 'Your submission',
    sent: (when: string) => `sent ${when}`,
    yours: 'Only you and the moderators see this page until it is published.',
    ofSomebody: 'Only the author and the moderators see this page until it is published.',
    decide: 'Decide about it',
    back: 'Your submissions',
    became: 'What became of it',
    seeLive: 'read it live',
    seeChange: 'what changed',
  },
  states: {
    draft: 'Draft',
    waiting: 'Waiting for review',
    changes_requested: 'Changes requested',
    accepted: 'Accepted',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
    overtaken: 'Overtaken',
  },
  revert: {
    title: (label: string) => `Revert an edit of ${label}`,
    eyebrow: 'Revert',
    lead: (number: number, author: string, when: string) => `Version ${number}, by ${author}, ${when}.`,
    whole: (number: number) => `This brings version ${number} back.`,
    part: 'Later edits stay: only what this edit did is taken out.',
    summary: 'Summary',
    summaryHint: 'Says in the history why it was reverted.',
    publish: 'Revert',
    send: 'Send revert for review',
    busy: 'Reverting…',
    sendNote: 'Your revert will be looked at by a moderator before it is published.',
    conflictLead:
      'Later edits changed the same passage, so this edit cannot be taken out by itself. Edit the entry instead.',
    toHistory: 'History',
    toEntry: 'Back to the entry',
    edit: 'Edit',
  },
} as const

const touched = {
  wording: 'wording',
  evidence: 'evidence',
  structure: 'structure',
}
