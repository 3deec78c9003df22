import { moment } from './dates'

const named = { text: 'text', summary: 'summary', author: 'author' } as const
const list = (items: string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items)

/** Hiding, suppressing and erasing what published versions say. */
export const withholding = {
  heading: 'Hide versions',
  intro:
    'What is hidden is gone from the history, comparisons, permanent addresses, recent changes and submissions within seconds. Hide from the version that brought it to the last that has it. The current version has to be clean first: edit it out, then hide the older ones. A fact, source or picture that is deleted can be erased whole.',
  notFound: 'There is no such thing to show again.',
  already: 'All of it is withheld like that already.',
  noRange: (last: number) =>
    last === 1 ? 'There is only version 1.' : `Choose versions between 1 and ${last}, the first one first.`,
  headNotClean:
    'The current version cannot be hidden. Edit it out of the page, or revert the edit that brought it; then hide the versions before.',
  hiddenByDeletion: 'It is deleted, so only moderators still see its current version. Owners can erase it.',
  erasedStays: 'What was erased is not there any more and cannot be shown again.',
  erasedWithBase:
    'The version that this was based on was erased, and this held a copy of it. What is on the page now can be edited anew.',
  find: {
    heading: 'Find the versions',
    label: 'Words to look for',
    hint: 'A few words in a row, as they stood in the text. Looked for in every version, and in the talk about it.',
    submit: 'Find',
    noClient: 'No version says this.',
    range: (from: number, to: number, count: number) =>
      from === to
        ? `Version ${from} says it, and no other.`
        : `${count} versions say it, from version ${from} to version ${to}.`,
    inHead: 'The current version says it, too: edit it out first.',
    clean: 'The current version does not say it.',
    inSummary: (numbers: number[]) =>
      `It is in the summary of version ${list(numbers.slice(0, 20).map(String))}.`,
    inComments: (count: number) =>
      count === 1 ? 'A comment in its talk says it:' : 'Comments in its talk say it:',
    comment: (place: number, thread: number) => `comment ${place} of thread ${thread}`,
    edit: 'Edit it',
    history: 'History',
    delete: 'Delete it instead',
  },
  form: {
    heading: 'What to hide',
    from: 'From version',
    to: 'To version',
    parts: 'What of it',
    chooseParts: 'Choose what of it is to be hidden.',
    part: { text: 'The text', summary: 'The summary', author: 'The author’s name' },
    authorStays:
      'A name cannot be erased, since the licence asks for it. Hide or suppress it, or change it everywhere.',
    strength: 'From whom',
    chooseStrength: 'Choose from whom it is hidden.',
    strengths: {
      hidden: 'Hidden: moderators still see it',
      suppressed: 'Suppressed: only owners still see it, and the public log says nothing',
      erased: 'Erased: destroyed for everybody and for good, with its copies in submissions and records',
    },
    reason: 'Reason',
    reasonHint: 'Hiding is told in the public log with its reason: do not repeat what is to be gone.',
    giveReason: 'Give a reason.',
    words: 'Words to erase elsewhere',
    wordsHint:
      'Only when erasing: whatever else says these words about this entry (declined submissions, reasons, reports) is erased, too.',
    wordsShort: (least: number) =>
      `Give at least ${least} characters, so that nothing else is erased with it.`,
    submit: 'Hide it',
    busy: 'Hiding…',
  },
  standing: {
    heading: 'Hidden now',
    line: (one: { part: 'text' | 'summary' | 'author'; from: number; to: number }) =>
      one.from === one.to
        ? `The ${named[one.part]} of version ${one.from}`
        : `The ${named[one.part]} of versions ${one.from} to ${one.to}`,
    strength: { hidden: 'hidden', suppressed: 'suppressed', erased: 'erased' },
    by: (name: string, at: Date) => `by ${name} on ${moment(at)}`,
  },
  lift: {
    reason: 'Why it is shown again',
    submit: 'Show it again',
    busy: 'Showing…',
    already: 'It is shown again already. Reload the page.',
  },
  erasedBefore: 'Its picture was erased before this wiki was restored from an older backup.',
  versions: 'The versions',
  olderVersions: 'Older versions',
  renameAuthor: 'change this name',
}
