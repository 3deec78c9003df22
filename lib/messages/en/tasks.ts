import { dayInWords } from './dates'
import { upTo } from './up-to'

/** Small tasks, one card at a time. */
export const tasks = {
  title: 'Small tasks',
  place: (number: number, of: number) => `${number} of ${of}`,
  names: {
    check: 'Does the source say this?',
    origin: 'Where was it said first?',
    picture: 'What does this picture show?',
    dead: 'This link is dead',
    place: 'Which season?',
    wanted: 'A page is wanted',
  },
  counted: (count: number, most: number) => upTo(count, most),
  skip: 'Skip',
  all: 'All small tasks',
  mixed: 'A mix of everything',
  undo: 'Undo',
  did: {
    check: 'You checked it.',
    sent: 'Sent. Somebody looks at it before others see it.',
    published: 'Done. It is on the page.',
    aside: 'Skipped. It comes back in a month.',
    none: 'Noted: it gives nothing away.',
    undone: 'Undone.',
  },
  origin: {
    ask: 'Do you know where this was said first?',
    hint: 'The address of the interview, the video, the post itself. The next page shows it before anything is saved.',
    field: 'Its address',
    submit: 'Go on',
  },
  picture: {
    ask: 'Say it to a friend on the telephone.',
    hint: 'For people who can’t see the picture. One sentence is plenty.',
    field: 'What does one see?',
    says: (words: string) => `So far: “${words}”`,
    submit: 'Send',
  },
  dead: {
    since: (day: Date) => `It has not answered since ${dayInWords(day)}.`,
    away: 'It does not answer any more.',
    rests: (facts: number) =>
      facts === 0
        ? 'No fact rests on it.'
        : facts === 1
          ? 'One fact rests on it:'
          : `${upTo(facts, 50)} facts rest on it, among them:`,
    offered: 'An archive has a copy:',
    use: 'Use this copy',
    field: 'Where is it now?',
    hint: 'Its new address, if you have found it. Or that of a copy.',
    submit: 'Send the new address',
  },
  placing: {
    ask: 'From where on may one read this?',
    closed: (number: number) =>
      `Fact ${number} gives away plot, and nobody has said how far. So it is closed.`,
    closedAbout: (titles: string) => `It is about ${titles}. Have you seen or read all of that?`,
    open: 'I have: show it to me',
    none: 'It gives nothing away',
    submit: 'Send',
  },
  wanted: {
    links: (count: number) => (count === 1 ? 'One page links to it.' : `${count} pages link to it.`),
    ask: 'Nobody has written it yet. Two sentences are a beginning.',
    submit: 'Begin the page',
  },
  end: {
    title: 'That was ten. A good place to stop.',
    lead: 'Thank you. What you checked is kept, and what you sent is looked at soon.',
    back: 'Back to reading',
    more: 'Ten more',
  },
  empty: {
    title: 'Nothing waits for you here.',
    lead: 'Everything of this kind is done, or written by you, or behind a spoiler lock of yours.',
  },
  summary: 'A small task',
  gone: 'This is not there any more.',
  changed: 'This was changed meanwhile. Go back to the tasks: the next one is there.',
  odd: 'This cannot be read. Go back, reload the page, and try again.',
}
