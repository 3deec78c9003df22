import { upTo } from './up-to'

/** Watching: what it is, and the list. */
export const watching = {
  title: 'Watchlist',
  intro: 'What you asked to be told about. Nobody else sees this list.',
  heading: 'Watch',
  pageIntro: 'What you watch is told in your news when it changes. Nobody else sees that you do.',
  toPage: 'Back to it',
  toList: 'Your watchlist',
  ways: {
    entry: 'Changes to this, and to facts about it',
    speaker: 'Everything that they are quoted with',
    category: 'Changes to everything in this category',
    thread: 'New comments in this thread',
  },
  kinds: { entry: '', speaker: 'what they said', category: 'all that is in it', thread: 'a thread' },
  watch: 'Watch',
  thread: 'Watch this thread',
  unwatch: 'Stop watching',
  unwatchWhat: (what: string) => `Stop watching ${what}`,
  changedHeading: 'Changed since you last looked',
  othersHeading: 'Nothing new',
  changes: (count: number, last: string) =>
    `${count === 1 ? '1 change' : `${upTo(count, 99)} changes`}, the last on ${last}`,
  comments: (count: number, last: string) =>
    `${count === 1 ? '1 new comment' : `${upTo(count, 99)} new comments`}, the last on ${last}`,
  seen: 'I have seen these',
  empty: 'You watch nothing yet. “Watch” stands at the foot of every page, fact, source and thread.',
  feed: {
    heading: 'As a feed',
    intro: 'The same for a feed reader. Whoever has the address can read it, so keep it to yourself.',
    address: 'Its address',
    make: 'Make an address',
    renew: 'Make another address',
    end: 'End it',
    ends: 'Another address ends this one.',
  },
  changed: (name: string | null) => (name === null ? 'Changed.' : `Changed by ${name}.`),
  odd: 'That could not be read. Go back and try again.',
  tooMany: (most: number) => `You watch ${most} things already. Stop watching one first.`,
}
