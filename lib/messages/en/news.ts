const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' })
const list = (items: string[]) => new Intl.ListFormat('en', { type: 'conjunction' }).format(items)

/** What somebody is told. */
export const news = {
  title: 'News',
  intro: 'What became of what you sent, who answered you, and what is new where you watch. Kept for 90 days.',
  filterLabel: 'Which news',
  filters: { all: 'All', own: 'My edits', watched: 'Watched', talk: 'Talk' },
  fresh: (count: number) => `${count} new`,
  readAll: 'Mark all as read',
  readingAll: 'Marking…',
  empty: 'No news yet. When something you sent is looked at, it stands here.',
  noneOfThese: 'No news of this kind.',
  showAll: 'Show all',
  /** The time of a day, in UTC. */
  clock: (at: Date) => `${clock.format(at)} UTC`,
  unread: 'New',
  words: {
    published: 'Published',
    'already-done': 'Already done',
    'your-turn': 'Your turn',
    'written-to': 'Written to you',
    thanked: 'Thanked',
    'not-accepted': 'Not accepted',
    reverted: 'Undone',
    watched: 'Changed',
    'report-answered': 'Your report was looked at',
    role: 'What you may do has changed',
    blocked: 'You cannot write for now',
    unblocked: 'You can write again',
    replied: 'Answered',
    mentioned: 'You were mentioned',
    commented: 'New comments',
    'comment-shown': 'Your comment is up',
    'comment-declined': 'Your comment was not accepted',
    'appeal-answered': 'Your block was looked at again',
    'own-words-shown': 'Your words about yourself are up',
    'own-words-declined': 'Your words about yourself are not shown',
    alarm: 'Words were closed by a report',
    'person-asked': 'Somebody says that a page is about them',
  },
  more: (count: number) => ` and ${count} more`,
  /** `merged`: how many of them were put together with what others had changed meanwhile. */
  areUp: (count: number, merged: number) => {
    const up = count === 1 ? 'It is up, with your name.' : `${count} edits are up, with your name.`
    if (merged === 0) return up
    const which = count === 1 ? 'It was' : merged === 1 ? '1 of them was' : `${merged} of them were`
    return `${up} ${which} merged with what others changed meanwhile.`
  },
  revertedBy: (name: string) => `${name} undid an edit of yours here. The history says why.`,
  watched: (of: string, count: number, people: number) => {
    const edits = count === 1 ? '1 edit' : `${count} edits`
    const by = people === 1 ? 'one person' : `${people} people`
    const what = { speaker: 'What they said, which you watch', category: 'A category that you watch' }[of]
    return `${what ?? 'You watch this'}: ${edits} by ${by}.`
  },
  outcome: (words: string) => `Outcome: ${words}.`,
  wasBlocked: 'That is over: you can write again.',
  mayWrite: 'What you write can be saved again.',
  commented: (count: number, names: string[]) => {
    const comments = count === 1 ? '1 comment' : `${count} comments`
    return `You watch this thread: ${comments}${names.length > 0 ? ` by ${list(names)}` : ''}.`
  },
  thankedBy: (names: string[]) => `${list(names)} thanked you for your edit.`,
  wroteOnIt: (names: string[]) => `${list(names)} wrote in its conversation.`,
  appeal: { lifted: 'It is lifted.', stays: 'It stays.' },
  personAsked: 'Nothing was closed by that: read what they ask for, and answer them.',
  alarm: 'They may hurt somebody, and open again by themselves within a day. Decide what becomes of them.',
  answeredBy: (names: string[]) => `By ${list(names)}.`,
  gone: 'Something that is not there any more',
  reviewer: (name: string) => `${name}, reviewer`,
  change: 'Change it',
}
