import { upTo } from './up-to'

/** What a shared page says to the one who reads it. A file of its own: it is all the words that script needs. */
export const visitor = {
  signIn: 'Sign in',
  account: (name: string) => `Your account, ${name}`,
  review: 'Review',
  toReview: (count: number) => (count === 1 ? '1 edit to review' : `${upTo(count)} edits to review`),
  moderate: 'Moderate',
  reports: (open: number, urgent: number) => {
    const reports = open === 1 ? '1 open report' : `${open} open reports`
    return `Moderate: ${reports}${urgent > 0 ? `, ${urgent} urgent` : ''}`
  },
  waiting: 'Waiting',
  waitingCount: (count: number) => (count === 1 ? '1 edit of yours waits' : `${count} edits of yours wait`),
  waitingHere: 'An edit of yours to this page is waiting for review.',
  seeIt: 'See it',
  close: 'Close',
}
