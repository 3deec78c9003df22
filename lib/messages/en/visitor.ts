import { ownTurn } from './own-turn'
import { upTo } from './up-to'

/** The reader's corner on shared pages. In a file of its own: these are all the texts that the script needs. */
export const visitor = {
  signIn: 'Sign in',
  account: (name: string) => `Your account, ${name}`,
  review: 'Review',
  toReview: (count: number) => (count === 1 ? '1 edit to review' : `${upTo(count)} edits to review`),
  moderate: 'Moderate',
  reports: (open: number, urgent: number, held: number) => {
    const reports = open === 1 ? '1 open report' : `${open} open reports`
    const comments = held === 1 ? '1 comment or text waits' : `${upTo(held)} comments and texts wait`
    return `Moderate: ${reports}${urgent > 0 ? `, ${urgent} urgent` : ''}${held > 0 ? `; ${comments}` : ''}`
  },
  news: (fresh: string) => (fresh === '' ? 'News' : `News: ${fresh} new`),
  watch: 'Watch',
  unwatch: 'Stop watching',
  waysToWatch: 'Ways to watch',
  thread: { watch: 'Watch this thread', unwatch: 'Stop watching this thread' },
  waiting: 'Waiting',
  waitingCount: (count: number) =>
    count === 1 ? '1 edit of yours waits for review' : `${count} edits of yours wait for review`,
  yourTurn: 'Your turn',
  yourTurnCount: (own: { changesRequested: number; declined: number }) => `Your turn: ${ownTurn(own)}`,
  here: {
    waiting: ['Waiting for review: someone looks at your edit of this before others see it.', 'See it'],
    changes_requested: [
      'Your turn: a reviewer asks you to change something in your edit of this.',
      'See what',
    ],
    declined: ['Not accepted: your edit of this was declined.', 'See why'],
  },
  ownVersion: { asAll: 'As everybody sees it', own: 'Your version' },
  close: 'Close',
  contest: 'Contest it',
  keep: 'Keep it',
  muted: (name: string) => `${name}, whom you muted`,
  /** In talk: a comment of one's own that is held. */
  heldComment: ['Only you see this yet', 'Your comment waits until somebody has looked at it.', 'See it'],
}
