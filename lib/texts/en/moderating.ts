import { moment } from './accounts'

/** What moderators do to an entry as a whole: its screens, and what is told of it where it is read. */
export const moderating = {
  notFound: 'There is no such entry.',
  isDeleted: 'This is deleted. Restore it first.',
  giveReason: 'Give a reason: everybody can read it in the public log.',
  reason: 'Reason',
  reasonHint: 'Everybody can read it in the public log.',
  backTo: {
    page: 'Back to the page',
    fact: 'Back to the fact',
    source: 'Back to the source',
    file: 'Back to the file',
  },
  tools: {
    label: 'For moderators',
    protect: 'Protect',
    rename: 'Rename',
    delete: 'Delete',
    hide: 'Hide versions',
  },
  kind: { page: 'Page', fact: 'Fact', source: 'Source', file: 'File' },
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
      'A protected page, fact or source can still be read and edited by everybody. What is written there waits for a moderator, by the level that you choose. A fact is protected as strictly as the pages that it is about.',
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
}
