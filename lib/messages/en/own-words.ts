import { moment } from './dates'
import { upTo } from './up-to'

/** What somebody says of themselves on their page. */
export const ownWords = {
  heading: 'In their own words',
  takeAway: 'Take these words away…',
  link: 'Words about yourself',
  linkHint: 'What everybody reads about you on your page.',
  title: 'Words about yourself',
  intro:
    'A few sentences for your page: what you like here, what you write about. Everybody can read them. Leave out where you live, your age, and how to reach you.',
  notYet:
    'You can write something about yourself once your edits go live at once. That comes by itself, after some edits of yours were accepted.',
  waiting: 'Only you see this yet',
  waitingHint: 'Somebody looks at it before others see it, usually within a day.',
  stays: 'Until then the words below stay on your page.',
  shown: 'On your page now',
  declined: 'Not shown',
  declinedHint: (at: Date) =>
    `You sent it on ${moment(at)}, and a moderator decided against it. This is why:`,
  words: 'Your words',
  wordsHint: 'At most 1,000 characters. An empty line begins a paragraph, [[A title]] links to a page.',
  submit: 'Show it on your page',
  submitHeld: 'Send for review',
  busy: 'Sending…',
  atOnce: 'It is shown at once.',
  held: 'A moderator looks at it first.',
  withdraw: { waiting: 'Take it back', shown: 'Take it off your page' },
  withdrawBusy: 'Taking it back…',
  toPage: 'Your page',
  queue: {
    heading: 'Words about oneself',
    intro:
      'What people want to say of themselves on their pages. What would lead strangers to them stays out.',
    by: (name: string) => `Words by ${name} about themselves`,
    empty: 'Nothing about oneself waits.',
    waiting: (count: number) =>
      count === 1 ? '1 text about oneself waits.' : `${upTo(count)} texts about oneself wait.`,
    accept: 'Show them',
    acceptBusy: 'Showing them…',
    decline: 'Decline…',
    declineSubmit: 'Decline',
    declineBusy: 'Declining…',
    reason: 'Reason, which their author reads',
    own: 'These are your own: somebody else decides them.',
  },
  decide: {
    title: (name: string) => `What ${name} says of themselves`,
    heading: 'Words about oneself',
    waiting: 'Waiting',
    shown: 'On their page now',
    none: 'Nothing waits here, and nothing is shown.',
    takeAway: 'Take them away',
    takeAwayBusy: 'Taking them away…',
  },
  refused: {
    nothingThere: 'There is nothing to take back any more. Reload the page.',
    notFound: 'There are no such words.',
    alreadyDecided: 'These words were decided or replaced meanwhile. Reload the page.',
  },
}
