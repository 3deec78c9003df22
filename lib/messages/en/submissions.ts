/** The states of a submission in its author's words; moderators read the terms of `review.states`. */
const states = {
  draft: 'Draft',
  waiting: 'Waiting for review',
  changes_requested: 'Your turn',
  accepted: 'Published',
  declined: 'Not accepted',
  withdrawn: 'You took it back',
  overtaken: 'Already done',
}

/** An author's own submissions. */
export const submissions = {
  filterLabel: 'Which submissions',
  all: 'All',
  states,
  stateSentences: {
    draft: 'Not sent yet.',
    waiting: 'Someone looks at it before others see it.',
    changes_requested: 'Please change something first: here is what.',
    accepted: 'It is up, with your name.',
    declined: 'Here is why, and what you can do.',
    withdrawn: 'You can send it again any time.',
    overtaken: 'The page already says this.',
  },
  moved: { state: 'Page changed meanwhile', sentence: 'Choose which words stay.' },
  groups: {
    author: { heading: 'Your turn', intro: 'These wait for you.' },
    reviewer: { heading: 'Waiting for review', intro: 'Someone looks at these before others see them.' },
    nobody: { heading: 'Done', intro: 'Nobody has to do anything about these.' },
  },
  showGroup: 'Show all of these',
  seen: 'Got it',
  seeing: 'Noting it…',
  noneOfThese: 'You have none like this.',
  showAll: 'Show all',
  amend: 'Amend',
  withdraw: 'Take back',
  withdrawing: 'Taking it back…',
  reopen: 'Send again as it is',
  undo: 'Send it again',
  reopening: 'Sending…',
  actsLabel: (heading: string) => `What you can do with “${heading}”`,
  story: 'What happened so far',
  moments: {
    sent: (by: string) => `${by} sent it.`,
    amended: (by: string) => `${by} amended it.`,
    reopened: (by: string) => `${by} sent it again in the same words.`,
    withdrawn: (by: string) => `${by} took it back.`,
    overtaken: (by: string) => `${by} looked at it: everything it proposed was there already.`,
    accept: (by: string) => `${by} accepted it.`,
    decline: (by: string) => `${by} declined it.`,
    request_changes: (by: string) => `${by} asked for changes.`,
  },
  you: 'You',
  /** Where somebody stands on the way to corrections that go live at once, and what counts. */
  trust: {
    stands: {
      begin: 'Once some of your edits are published, your corrections go live at once.',
      more: 'You are on the way: some more published edits, and your corrections go live at once.',
      few: 'A few more, and your corrections go live at once.',
      turnedDown:
        'Your corrections go live at once when more of what you send is published as it is. The reviewers say what they would like different.',
      reviewers:
        'Your edits are enough: once another reviewer has looked at some, your corrections go live at once.',
      days: 'Your edits are enough: some more days, and your corrections go live at once.',
    },
    what: 'What counts',
    counts:
      'Published edits, of different pages and facts, over a week or longer, that more than one reviewer has looked at. What is not accepted or is undone later counts against it.',
    not: 'How long an edit is, how many comments you write and how often you come here do not count. What you take back, and what somebody else did first, is no mark against you.',
  },
  /** What one sent, in its place. */
  look: {
    title: 'What you sent',
    mark: 'Only you see this yet',
    see: { waiting: 'What you sent', changes_requested: 'See what to change', declined: 'See why' },
    back: 'Your submissions',
    inPlace: 'How it will look',
  },
  editForm: {
    heading: 'Amend your submission',
    reason: 'What the reviewer said',
    reviewed: {
      changes_requested: (by: string) => `${by} asks for a change:`,
      declined: (by: string) => `${by} says why:`,
    },
    newEdit:
      'This was published meanwhile, so it cannot be amended any more. What you send from here is a new edit of it.',
    withoutScript:
      'Amending needs JavaScript. Without it you can take your submission back and send it again.',
    amends: {
      draft: 'You are writing on.',
      waiting: 'You are amending what waits for review: what you send takes its place.',
      changes_requested: 'You are amending this, as a reviewer asked you to. What you send takes its place:',
      accepted: 'You were amending this.',
      declined: 'This was declined. What you send takes its place, and is looked at again:',
      withdrawn: 'You took this back. What you send takes its place, and is looked at:',
      overtaken: 'You were amending this.',
    },
    basedOn: {
      waiting: 'You already have an edit waiting. What you send now is a new edit on top of it:',
      changes_requested:
        'A reviewer asked you to change your edit. What you send now is a new edit on top of it:',
    },
    fromPublished: {
      waiting: 'You already have an edit waiting. Here you start from the published text, without it:',
      changes_requested:
        'A reviewer asked you to change your edit. Here you start from the published text, without it:',
    },
    submission: (id: number) => `Submission ${id}`,
    amendThatOne: 'Continue it',
    startFromPublished: 'Start new',
    sendAsNewEdit: 'Send your words as a new edit',
    sendAllTheSame: 'Send your words all the same',
  },
} as const
