import { dayInWords } from './dates'

const counted = (count: number) => `${count} ${count === 1 ? 'quotation' : 'quotations'}`

/** Quoted words and the page they are quoted from. */
export const captures = {
  found: 'Found on the page',
  missing: (at: Date) => `Not found on the page on ${dayInWords(at)}`,
  on: dayInWords,
  /** What to do, for whoever wrote it and whoever reviews it. */
  missingHint: 'It may be worded otherwise there, or the page has changed since. Please compare it.',
  heard: (time: string) => `Listen at ${time}`,
  /** Why nobody has compared them, by what `lib/captures/passages.ts` says. */
  unread: {
    'not-yet': 'The page will be compared with these words soon.',
    login: 'The page could not be compared: one has to sign in to read it.',
    pdf: 'The page could not be compared: it is a PDF.',
    spoken: 'These words are spoken, so they were not looked for.',
    gone: 'The page could not be compared: there is none at this address.',
    otherwise: 'The page could not be compared with these words.',
  },
  source: {
    label: 'Seen',
    alive: (at: Date) => `The page was there on ${dayInWords(at)}.`,
    dead: (at: Date) => `The page is gone; last looked at on ${dayInWords(at)}.`,
    unknown: (at: Date) => `Looked at on ${dayInWords(at)}; the page could not be read.`,
    words: (found: number, missing: number) =>
      missing === 0 ? `${counted(found)} found on it.` : `${counted(found)} found on it, ${missing} not.`,
    archived: 'A copy in an archive',
  },
}
