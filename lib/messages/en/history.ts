import { MOST_COUNTED } from '@/lib/messages/most-counted'
import { upTo } from './up-to'

const number = new Intl.NumberFormat('en')
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })
const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' })
const list = (items: string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items)
const counted = (count: number, one: string, many: string) =>
  `${number.format(count)} ${count === 1 ? one : many}`

/** Histories, comparisons, recent changes and an account's contributions. */
export const history = {
  title: (label: string) => `History of ${label}`,
  heading: 'History',
  tabs: {
    label: 'This entry',
    history: 'History',
    edit: 'Edit',
  },
  hideVersions: 'Hide versions',
  intro: 'Every version that was published, the newest first.',
  moment: (at: Date) => `${moment.format(at)} UTC`,
  clock: (at: Date) => clock.format(at),
  compare: 'Compare the two chosen versions',
  older: (revision: number) => `Compare from version ${revision}`,
  newer: (revision: number) => `Compare to version ${revision}`,
  version: (revision: number) => `Version ${revision}`,
  current: 'current',
  asItWas: 'as it was',
  withCurrent: 'compare with current',
  withPrevious: 'what changed',
  firstText: 'what it said',
  revert: 'revert',
  minor: 'small edit',
  hidden: 'hidden',
  hiddenAuthor: 'name hidden',
  hiddenSummary: 'summary hidden',
  hiddenText: 'text hidden',
  noSummary: 'no summary',
  elsewhere: (name: string, wiki: string) => `${name} (on ${wiki})`,
  words: (count: number) => (count === 1 ? '1 word' : `${number.format(count)} words`),
  growth: (by: number) =>
    by === 0 ? 'same length' : by > 0 ? `${number.format(by)} more` : `${number.format(-by)} fewer`,
  via: {
    edit: '',
    accept: 'accepted after review',
    revert: 'revert',
    rollback: 'rollback',
    import: 'imported',
  },
  created: 'created',
  touches: { wording: 'wording', evidence: 'evidence', structure: 'structure' },
  touched: (classes: string[]) => `changed ${list(classes)}`,
  empty: 'Nothing here yet.',
  missing: {
    title: 'There is no such history',
    lead: 'No page, fact, source or picture has this address.',
    diffTitle: 'There is nothing to compare',
    diffLead: 'These are not two versions of one entry, or they are not shown (any more).',
    accountTitle: 'There is no such account',
    accountLead: 'No account has this number.',
  },
  permalink: {
    title: (label: string, revision: number) => `${label}, version ${revision}`,
    opened: 'A version, with what is closed in it',
    label: 'Which version this is',
    isCurrent: 'The current version, with everything on it as it stood when it was published.',
    isOld: 'Not the current version: an older one, with everything on it as it stood then.',
    ways: 'Other versions',
    toCurrent: 'Current page',
    since: 'What changed since',
    previous: 'Older version',
    next: 'Newer version',
    withheld: 'What this version said is hidden.',
    erased: 'What this version said was erased.',
    missing: 'There is no such version',
    missingLead: 'No version of a page, a fact, a source or a picture has this number.',
  },
  toRecent: 'Recent changes',
  recent: {
    title: 'Recent changes',
    intro: 'What was published lately, the newest first.',
    empty: 'Nothing was published yet.',
    emptyView: 'None of the latest changes is one of these.',
    filters: 'Which changes',
    all: 'All',
    titleOf: (title: string, shown: string[]) => `${title} (${shown.join(', ')})`,
    /** What a view shows: as a choice, and in a title. */
    only: {
      newcomers: 'By newcomers',
      unreviewed: 'Seen by nobody else yet',
      withoutMinor: 'Without small edits',
    },
    waiting: 'Waiting for review',
    mine: 'What I sent',
    watched: 'What I watch',
    feed: 'Follow these changes in a feed reader',
    changes: (count: number) => counted(count, 'change', 'changes'),
    inAll: 'what changed in all',
    each: 'One by one',
  },
  account: {
    since: (month: string) => `Member since ${month}`,
    empty: 'Nothing published yet.',
    figures: (made: { edits: number; entries: number }, begun: string[]) => {
      const added = begun.length > 0 ? ` Added ${list(begun)}.` : ''
      const entries = counted(made.entries, 'entry', 'entries')
      if (made.edits > MOST_COUNTED)
        return `${upTo(made.edits)} edits, the last of them to ${entries}.${added}`
      return `${counted(made.edits, 'edit', 'edits')} to ${entries}.${added}`
    },
    filter: 'By kind',
    everything: 'Everything',
    checks: 'Checked',
    checksAre: 'Here a source of a fact was read, and nobody had said before that they read it.',
    noChecks: 'No source checked yet.',
    block: 'Block this account',
    unblock: 'Unblock this account',
    role: 'Change the role',
    rename: 'Change this name',
  },
  diff: {
    title: (label: string) => `Changes to ${label}`,
    before: (revision: number, when: string) => `Version ${revision} · ${when}`,
    nothing: 'Nothing: it was not there yet',
    same: 'Both versions say the same.',
    unchanged: (count: number) => (count === 1 ? '1 passage unchanged' : `${count} passages unchanged`),
    closed: 'Gives away later plot. Open it',
    closedFact: 'This fact gives away later plot, and so does what was changed in it.',
    open: 'Show what changed',
    openedTitle: 'Changes, with what is closed in them',
    absent: 'not given',
    pictureBefore: 'The picture as it was',
    pictureAfter: 'The picture as it is',
    hidden: 'The text of one of these versions is hidden, so they cannot be compared.',
    previous: 'Older change',
    next: 'Newer change',
    toHistory: 'All versions',
    steps: 'Neighbouring changes',
  },
}
