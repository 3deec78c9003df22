import { moment } from './dates'

type UsedHow = 'shown' | 'about' | 'cites' | 'mentions' | 'embeds' | 'category'

function useInWords(how: UsedHow, what: string): string {
  const words = {
    shown: `shown on ${what}`,
    about: `the subject of ${what}`,
    cites: `cited by ${what}`,
    mentions: `named by ${what}`,
    embeds: `listed by ${what}`,
    category: `the category of ${what}`,
  }
  return words[how]
}

/** Moderators' actions on an entry as a whole: their screens, and the notes on the entry. */
export const moderating = {
  notFound: 'There is no such entry.',
  isDeleted: 'This is deleted. Restore it first.',
  toRestore: 'Go and restore it',
  giveReason: 'Give a reason: everybody can read it in the public log.',
  reason: 'Reason',
  reasonHint: 'Everybody can read it in the public log.',
  tools: {
    label: 'For moderators',
    protect: 'Protect',
    rename: 'Rename',
    delete: 'Delete',
    merge: 'Merge',
    hide: 'Hide versions',
  },
  mark: {
    level: {
      trusted: 'Protected: what new editors write here is decided by moderators',
      moderators: 'Protected: everything written here waits for a moderator',
    },
    until: (end: Date | null) => (end ? `, until ${moment(end)}.` : '.'),
    because: 'The reason given',
  },
  protect: {
    heading: 'Protect',
    title: (label: string) => `Protect ${label}`,
    intro:
      'A protected page, fact, source or picture can still be read and edited by everybody. What is written there waits for a moderator, by the level that you choose. A fact is protected as strictly as the pages that it is about.',
    standing: 'It is protected now',
    level: 'Who needs no moderator',
    chooseLevel: 'Choose a level.',
    levels: {
      trusted: 'Trusted editors (their wording goes live at once; only moderators decide what others write)',
      moderators: 'Moderators alone',
    },
    length: 'For how long',
    chooseLength: 'Choose for how long.',
    lengths: {
      none: 'Until somebody lifts it',
      day: 'One day',
      week: 'One week',
      month: '30 days',
      date: 'To the end of a day',
    },
    day: 'Which day',
    dayHint: 'Year-month-day, as in 2027-03-31. Only where it is to end with a day.',
    chooseDay: 'Choose a day that is still to come, as year-month-day.',
    submit: 'Protect it',
    busy: 'Protecting…',
    already: 'It is protected just like that already.',
  },
  unprotect: {
    heading: 'Lift the protection',
    reason: 'Why it is lifted',
    submit: 'Lift the protection',
    busy: 'Lifting…',
    none: 'It is not protected any more. Reload the page.',
  },
  delete: {
    heading: 'Delete',
    busy: 'Deleting…',
    reasonHint: 'Everybody reads it at the address, and in the public log.',
    already: 'It is deleted already. Reload the page to see by whom and why.',
  },
  restore: {
    heading: 'Restore',
    intro: (by: string | null, on: Date, reason: string | null) =>
      `Deleted on ${moment(on)}${by ? ` by ${by}` : ''}. ${
        reason ? `The reason given: ${reason}` : 'No reason was given.'
      }`,
    said: 'What it said',
    reason: 'Why it is restored',
    submit: 'Restore it',
    busy: 'Restoring…',
    already: 'It is not deleted (any more). Reload the page.',
    erased: 'Its current version was erased. There is nothing left to restore.',
    erase: 'Hide or erase its versions',
  },
  uses: {
    heading: 'What uses it',
    none: 'Nothing else in the wiki shows it or names it.',
    /** How an entry is used, and by what, in the order of display. */
    tally: useInWords,
    atLeast: (count: number) => `And more: only the first ${count} are counted.`,
    more: (count: number) => (count === 1 ? 'and one more' : `and ${count} more`),
    waiting: (count: number) =>
      count === 1
        ? 'One submission that waits would change it; while it is deleted it cannot be accepted, and both sides are informed:'
        : `${count} submissions that wait would change it; while it is deleted they cannot be accepted, and both sides are informed:`,
    submission: (id: number) => `submission ${id}`,
  },
  rename: {
    heading: 'Rename',
    intro:
      'The old title stays as an address that leads to the page, and every link keeps working. It is a new version of the page, so what waits for review can still be accepted.',
    title: 'New title',
    submit: 'Rename the page',
    busy: 'Renaming…',
    same: 'The page is called that already.',
    summary: (from: string, reason: string) => `Renamed from “${from}”: ${reason}`,
    notAPage: 'Only pages have titles of their own. Edit anything else to call it something else.',
  },
  merge: {
    heading: 'Merge',
    intro:
      'Two that say the same become one. The other gets what only this one knows, takes its place wherever it is named, and this address leads there. The versions of both stay readable.',
    into: 'Which one stays',
    intoHint: 'Its name, its number or its address.',
    other: 'The one that stays',
    another: 'Choose another',
    now: 'As it says now',
    later: 'As it will say',
    notThis: 'Only facts and sources are merged. Give a page another address, or move its text by hand.',
    gets: 'What the other gets',
    getsNothing: 'The other knows all of it already.',
    look: 'Compare them',
    submit: 'Merge them',
    busy: 'Merging…',
    summary: (what: string, reason: string) => `${what} merged into this: ${reason}`,
    renamed: 'Names what another was merged into',
    authorName: 'a merge',
    authorPlace: 'this wiki',
    noOther: 'There is no such other one. Write its number or its address.',
    itself: 'That is this one itself. Choose the other.',
    already: 'This was merged already. Reload the page.',
    otherMerged: 'That one was merged into another itself. Choose the one that stayed.',
    notAlone:
      'Nobody can publish this alone, since it is about private life. Add its sources to the other as an edit; when two moderators have accepted that, delete this one.',
    likely: 'Perhaps one of these',
    doubles: {
      title: 'Sources that may be one',
      hint: 'Found by the same address, DOI or ISBN.',
      intro:
        'Each pair is found by the same address, DOI or ISBN, in whatever spelling. Compare them, and merge what is one.',
      none: 'No two sources are found by the same address, DOI or ISBN.',
      noneHere: 'None among these. Go on to older ones.',
      and: 'and',
      compare: 'Compare',
    },
    /** On the history of the one that stayed, and of the one that went. */
    from: 'Merged into this, with versions of their own:',
    gone: 'This was merged into another. Its versions stay readable here.',
    toOther: 'Go to the one that stayed',
  },
  alias: {
    heading: 'Other addresses',
    intro: 'Titles that lead to this page.',
    none: 'No other title leads to this page.',
    add: 'Another title that leads here',
    submitAdd: 'Add the address',
    busyAdd: 'Adding…',
    choose: 'Which one to take away',
    chooseOne: 'Choose the address to take away.',
    removeIntro:
      'An address that is taken away leads nowhere from then on, and anybody can write a page there.',
    submitRemove: 'Take the address away',
    busyRemove: 'Taking away…',
    already: 'This leads here already.',
    taken: (page: string) => `This leads to the page “${page}” already. Choose another title.`,
    tooMany: (most: number) => `A page has at most ${most} other addresses.`,
    gone: 'The page has no such address (any more). Reload the page.',
  },
}
