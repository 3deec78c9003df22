import { upTo } from './up-to'

const number = new Intl.NumberFormat('en')
const counted = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`
const upToOf = (count: number, one: string, many: string) => `${upTo(count)} ${count === 1 ? one : many}`

/** Reporting something, its receipt, and moderators' work on reports. */
export const reports = {
  link: 'Report',
  linkOf: (what: string) => `Report ${what}`,
  rowLink: 'report',
  siteLink: 'Report a problem',
  aboutMe: 'This is about me',
  lockedTooLate: 'Locked too late',
  lateLock: {
    missing: 'That is not shown here (any more), so it cannot be reported.',
    thanks: (receipt: string) => `Thank you. A moderator will look at it. Your receipt: ${receipt}`,
    already: {
      title: 'Thank you, already reported',
      lead: 'Somebody has said the same before you. A moderator will look at it.',
      back: 'Back to where you were',
    },
  },
  ofAccount: 'Report this account',
  title: 'Report something',
  intro: 'Moderators read every report, the urgent ones first. You need no account.',
  what: 'What you report',
  notShown:
    'What that link named is not shown here (any more). You can still say in your own words what is wrong.',
  target: {
    site: 'This wiki as a whole',
    revision: (number: number, label: string) => `Version ${number} of “${label}”`,
    summary: (number: number, label: string) => `The summary of version ${number} of “${label}”`,
    account: (name: string) => `The account “${name}”`,
    gone: 'Something that is not there any more',
  },
  madeBy: (name: string, when: string) => `by ${name}, ${when}`,
  hiddenAuthor: 'somebody whose name is hidden',
  part: {
    legend: 'What about it?',
    edit: 'What was changed',
    summary: (summary: string) => `The summary: “${summary}”`,
    name: (name: string) => `The name of its author: ${name}`,
  },
  piece: {
    legend: 'Which words?',
    hint: 'What tells where somebody is, threats, and words about a child can be closed at once if you say which they are.',
    whole: 'The page as a whole',
    /** A choice by where the words stand: a value of the infobox by its field. */
    value: (label: string, beginning: string) => (beginning ? `${label}: ${beginning}` : label),
    locked: 'A locked passage',
    under: (heading: string) => `Report words under “${heading}”`,
    /** For moderators. */
    words: 'The words that are meant',
    ofPage: (page: string) => `Words on ${page.charAt(0).toLowerCase()}${page.slice(1)}`,
  },
  categoryLegend: 'What is the matter?',
  categories: {
    personal_information: 'Personal information: an address, a number, a name that should not be here',
    threat: 'A threat, or somebody in danger',
    child: 'It is about a child',
    about_me: 'This is about me',
    insult: 'An insult, or hate',
    wrong: 'It is wrong, or made up',
    spam: 'Spam or vandalism',
    spoiler: 'A spoiler that is not closed',
    locked_too_late: 'Locked too late: it gives away plot too early',
    copyright: 'It breaks copyright',
    other: 'Something else',
  },
  chooseCategory: 'Choose what comes closest. “Something else” is fine, too.',
  danger: 'Is somebody in danger right now? Call the emergency number where you are first: we are slower.',
  words: 'In your own words',
  wordsHint: (most: number) =>
    `Where it is and what is wrong with it, as far as you want to say. At most ${number.format(most)} characters.`,
  sayWhat: 'Say in a few words what is the matter.',
  tooLong: (over: number, most: number) =>
    `This is ${counted(over, 'character', 'characters')} too long: at most ${number.format(most)} fit. All of it is still here to shorten.`,
  privacy:
    'Only moderators read this. Your words are kept until a year after the report is closed; which network it came from is kept for 90 days, scrambled.',
  withName: (name: string) => `You are signed in: moderators see that it comes from ${name}.`,
  withoutName: 'You are not signed in: nobody is told who you are.',
  submit: 'Send the report',
  busy: 'Sending…',
  haveReceipt: 'What became of my report?',
  receipt: {
    title: {
      received: 'Your report has arrived',
      seen: 'A moderator has read your report',
      closed: 'Your report is closed',
    },
    code: 'Your receipt',
    keep: 'Write it down, or keep this page’s address: with it you can read here what became of your report. It tells nobody who you are or what you wrote.',
    sent: (when: string) => `Sent ${when}.`,
    next: {
      urgent: 'Urgent: first in line. As soon as a moderator has looked at it, it says so here.',
      ordinary: 'Moderators read the oldest first. As soon as one of them has looked at it, it says so here.',
      seen: 'They are looking into it. What becomes of it will stand here.',
    },
    outcome: {
      acted: 'Thank you. You were right to report it: something was done about it.',
      nothing: 'Moderators looked at it and left everything as it is.',
      duplicate: 'Somebody had reported the same before you: it is dealt with there.',
      passed_on: 'It was passed on to those who can do something about it.',
    },
    answer: 'What the moderator says',
    again: 'Not enough? Send another report, and name this receipt in it.',
    back: 'Front page',
  },
  status: {
    title: 'What became of my report?',
    intro: 'Type the receipt that you were given when you sent it.',
    label: 'Receipt',
    hint: 'Twelve letters and digits, like K7MN-4RTX-92PQ. Capitals and hyphens do not matter.',
    submit: 'Look it up',
    unreadable: 'A receipt has twelve letters and digits. Look at yours once more.',
    missing: 'No report has this receipt. Compare it with yours, letter by letter.',
  },
  list: {
    title: 'Reports',
    open: 'Open',
    closed: 'Closed',
    which: 'Which reports',
    intro: 'The urgent ones first, then the oldest.',
    closedIntro: 'The last one closed comes first.',
    empty: 'No report is open. Thank you.',
    emptyClosed: 'No report was closed yet.',
    urgent: 'urgent',
    visitor: 'a visitor',
    by: (name: string) => `from ${name}`,
    unread: 'not read yet',
    alike: (count: number) => `${upTo(count)} alike`,
    count: (open: number, urgent: number) =>
      urgent === 0
        ? upToOf(open, 'open report', 'open reports')
        : `${upToOf(open, 'open report', 'open reports')}, ${upTo(urgent)} urgent`,
  },
  one: {
    eyebrow: (id: number) => `Report ${id}`,
    about: 'About',
    from: 'Reported on',
    see: 'Look at it',
    isDeleted: 'deleted',
    summary: 'Its summary',
    words: 'What was written',
    noWords: 'Nothing was written besides that.',
    cleared: (when: string) => `The words were cleared on ${when}.`,
    similar: 'Other reports about the same entry or person',
    state: { open: 'open', closed: 'closed' },
    all: 'All reports',
    next: 'Next open report',
  },
  close: {
    title: 'Close it',
    outcome: 'What was done?',
    outcomes: {
      acted: 'Acted on: something was changed, hidden or blocked',
      nothing: 'Nothing to do',
      duplicate: 'Reported before: dealt with there',
      passed_on: 'Passed on to somebody else',
    },
    chooseOutcome: 'Choose what was done.',
    answer: 'A sentence for whoever reported it',
    answerHint:
      'They read it with their receipt, besides what you chose. Optional; nobody’s personal information.',
    submit: 'Close the report',
    busy: 'Closing…',
    already: (name: string, outcome: string) =>
      `${name} has closed this report meanwhile (${outcome}). What you wrote is still here: reopen the report if you see it otherwise.`,
    closedBy: (name: string, when: string) => `Closed by ${name}, ${when}.`,
    short: {
      acted: 'acted on',
      nothing: 'nothing to do',
      duplicate: 'reported before',
      passed_on: 'passed on',
    },
    answered: 'Answer to the reporter',
  },
  me: {
    title: 'This is about me',
    intro:
      'Say what is about you and what you want. You need no account and no identity papers, and nothing of this is public. It comes first in line.',
    wish: 'What do you want?',
    wishes: {
      private: 'My private life is to be taken out',
      false: 'Something is false',
      picture: 'It is about a picture of me',
      other: 'Something else',
    },
    facts: 'Which words are about your private life?',
    factsHint:
      'These are closed as soon as you send this, until a moderator has decided. Where you tick none, all of them are. What is about your work stays.',
    contact: 'An address for the answer',
    contactHint:
      'Optional: a moderator can write to it. The answer also stands behind the receipt that you get next. It is forgotten with your words.',
    contactWrong: 'That is no e-mail address. Leave it empty if you like.',
    submit: 'Send it',
    /** For moderators. */
    asks: (wish: string) => `What they want: ${wish}.`,
    answerAt: (address: string) =>
      `They can be reached at ${address}; they also read the answer with their receipt.`,
    decisions: {
      upheld: 'The words stay: open them, and no report closes them again',
      changed: 'I have changed them: open what stands there now',
      withheld:
        'Nothing about this person’s private life is published any more: these facts stay closed, and no others are accepted',
    },
  },
  checked: {
    reason: 'Reported, and being checked',
    goneReason: 'Hidden after a report',
    /** What stands in an entry in place of words: it is published, and people who edit keep or move it. */
    inPlace: 'These words are being checked: a moderator decides within a day.',
    sourceInPlace: 'A source that is being checked',
    closedSummary: 'Words closed while they are being checked',
    openedSummary: 'Words that were checked stand again',
    goneSummary: 'Words taken out after a report',
    /** Who publishes that: read as “a report (on this wiki)”. */
    authorName: 'a report',
    authorPlace: 'this wiki',
    /** What readers see in place of the words. */
    here: 'Somebody has reported these words. They are being checked: a moderator decides within a day.',
    title: 'These words are being checked',
    help: 'Somebody has reported them. Until a moderator has decided, at most for a day, they are shown to nobody else.',
    /** For moderators. */
    heading: 'Closed while you check',
    left: (hours: number, minutes: number) =>
      hours === 0
        ? `They open again by themselves in ${counted(minutes, 'minute', 'minutes')}.`
        : `They open again by themselves in ${counted(hours, 'hour', 'hours')}${minutes === 0 ? '' : ` ${minutes} min`}.`,
    short: (hours: number, minutes: number) => (hours === 0 ? `${minutes} min left` : `${hours} h left`),
    what: 'What becomes of them?',
    decisions: {
      upheld: 'They stay: open them, and no report closes them again',
      changed: 'I have changed them: open what stands there now',
      withheld:
        'They stay closed: hidden, taken out of their page, or deleted where they are a fact or a picture',
    },
    choose: 'Choose what becomes of the words.',
    submit: 'Decide',
    busy: 'Deciding…',
    already: 'That was decided meanwhile, or the day has passed. Reload the page.',
    ended: {
      upheld: (name: string) => `${name} let the words stand: no report closes them again.`,
      withheld: (name: string) => `${name} kept the words closed.`,
      changed: (name: string) => `${name} opened what stands there now.`,
      ran_out: () => 'Nobody decided within a day: the words are open again.',
    },
  },
  openLife: {
    closed: 'Nothing about this person’s private life is published, as they have asked.',
    byOwner: 'Only an owner of this wiki can undo that.',
    submit: 'Undo it: show it again',
    busy: 'Opening…',
    hint: 'Where the person wants it so, or it was a mistake. The facts that were closed are shown again, and others can be accepted.',
    already: 'This person’s private life is open already. Reload the page.',
  },
  reopen: {
    submit: 'Open it again',
    busy: 'Opening…',
    already: 'This report is open already. Reload the page.',
  },
  clear: {
    title: 'Clear the words',
    hint: 'When the words themselves tell what should not be kept. Nobody can bring them back. What was reported and what became of it stay.',
    submit: 'Clear the words for good',
    busy: 'Clearing…',
    firstClose: 'Close the report first: until then its words are needed.',
    already: 'The words are cleared already. Reload the page.',
  },
  notFound: 'There is no such report.',
  home: {
    title: 'Moderation',
    reports: 'Reports',
    review: 'Review',
    log: 'Public log',
    logHint: 'What those with special rights did, as everybody may read it.',
    latest: 'Lately',
    toReview: (count: number) =>
      count === 0 ? 'No edit waits.' : `${upToOf(count, 'edit waits', 'edits wait')}.`,
    open: (count: number, urgent: number) =>
      count === 0
        ? 'No report is open.'
        : `${upToOf(count, 'report is', 'reports are')} open${urgent > 0 ? `, ${upTo(urgent)} of them urgent` : ''}.`,
  },
}
