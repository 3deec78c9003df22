/** Signing in, or up, from an edit form. */
export const entering = {
  first: 'In whose name?',
  intro: 'Your words are here and stay here. An account needs a name and a password, nothing else.',
  ended: 'Your session has ended',
  endedIntro: 'Nothing is lost: your words are here. Sign in, and they are sent.',
  ways: { new: 'I am new: make me an account', old: 'I have an account: sign me in' },
  goOn: {
    send: { new: 'Create account and send', old: 'Sign in and send' },
    look: { new: 'Create account and look', old: 'Sign in and look' },
  },
  sending: 'One moment…',
  otherWay: 'Another way in, or a forgotten password?',
  otherPage: 'The sign-in page opens in a new tab',
  otherThen: 'Come back here afterwards and send again.',
  /** Before anything is typed. */
  writeFirst:
    'Write first: you sign in, or make an account, when you send it. Nothing that you typed is lost.',
  made: (name: string) => `Your account “${name}” is made, and you are signed in.`,
  code: 'See your recovery code: it is shown once, and replaces a forgotten password.',
  codeInNewTab: 'See your recovery code in a new tab: it is shown once, and replaces a forgotten password.',
  entered: (name: string) => `You are signed in as ${name}.`,
} as const
