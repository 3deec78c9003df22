import { dayInWords } from './dates'

const list = (items: readonly string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items)
const named = (names: readonly string[], more: number) =>
  more > 0 ? list([...names, `${more} more`]) : list(names)

/** Saying whether a source says what a fact cites it for. */
export const checks = {
  title: 'Does the source say this?',
  claim: 'The wiki says',
  source: 'The source',
  link: 'I checked it',
  linkFor: (source: string) => `I checked ${source}`,
  by: {
    says: (count: number, last: Date, names: readonly string[], more: number) =>
      `Checked by ${count}, last ${dayInWords(last)}: ${named(names, more)}`,
    in_part: (count: number, last: Date, names: readonly string[], more: number) =>
      `Says it in part, said ${count}, last ${dayInWords(last)}: ${named(names, more)}`,
    not: (count: number, last: Date, names: readonly string[], more: number) =>
      `Does not say this, said ${count}, last ${dayInWords(last)}: ${named(names, more)}`,
  },
  compared: 'Sources compared with facts',
  open: 'Open it',
  archived: 'Archived copy',
  described: 'There is no link. Have you got it?',
  quoted: 'The words that are cited',
  around: 'Around the cited words',
  tap: 'Tap the sentence that says it',
  noWords: 'No words were kept from this source. Note the time or the place if you find it.',
  missing: 'The cited words were not found in it when it was last opened.',
  place: 'Where in it?',
  placeHint: 'A time, a page, a heading. You can leave it out.',
  owned: 'I have the book or episode',
  verdict: { says: 'Says this', in_part: 'In part', not: 'Does not' },
  answers: 'What does it say?',
  yours: {
    says: 'You said that it says this.',
    in_part: 'You said that it says this in part.',
    not: 'You said that it does not say this.',
  },
  takeBack: 'Take it back',
  beside: 'Your name will stand beside the fact as somebody who checked it.',
  besideLater: 'Your name will stand beside it once an edit of yours is published.',
  back: 'Back to the fact',
  missingTitle: 'There is nothing to check here',
  notFound: 'This fact is not there, or not any more.',
  changed: 'The fact or its source was changed meanwhile, so what you said was not kept. Look at it again.',
  odd: 'This cannot be read. Go back, reload the page, and try again.',
}
