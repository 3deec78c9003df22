/** One's own account: its settings, and account recovery. */
export const ownAccount = {
  currentPassword: {
    label: 'Your password',
    hint: 'The one you sign in with today, to make sure that it is you.',
    wrong: 'This is not the password of your account. Check it and try again.',
  },
  newPassword: { label: 'New password' },
  settings: {
    here: 'What you do here',
    safety: 'Your account',
    name: 'Name',
    password: 'Password',
    passwordHint: 'Nobody can see it, not even here.',
    code: 'Recovery code',
    hasCode: 'You have one, for when you forget your password.',
    hasNoCode: 'You have none. Without one, a forgotten password cannot be replaced.',
    hasNoCodeButMail: 'You have none. A link to your e-mail address does the same.',
    email: 'E-mail address',
    sessions: 'Where you are signed in',
    sessionsHint: (count: number) => (count === 1 ? 'Only here.' : `In ${count} browsers.`),
    change: 'Change',
    make: 'Make one',
    add: 'Add one',
    replace: 'Make a new one',
    look: 'Look',
    changeWhat: (what: string) => ` (${what})`,
    done: {
      name: 'Your name is changed, everywhere at once. Sign in with it from now on.',
      password: 'Your password is changed. Every other browser is signed out.',
      'email-removed': 'Your e-mail address is gone.',
    },
    back: 'Back to your account',
  },
  name: {
    title: 'Change your name',
    intro: (days: number) =>
      `The new name replaces the old one everywhere at once, on all that you have written. You sign in with it from then on. Your old name stays yours for half a year: nobody else can take it. You can change your name twice in ${days} days, and the public log says that you did, without the names.`,
    label: 'New name',
    tooOften: (days: number) =>
      `You have changed your name twice in ${days} days. Try again later, or ask a moderator.`,
    submit: 'Change my name',
    busy: 'Changing your name…',
  },
  password: {
    title: 'Change your password',
    intro: 'Every other browser that is signed in with your account is signed out. This one stays.',
    same: 'This is the password that you have. Choose another.',
    submit: 'Change my password',
    busy: 'Changing your password…',
  },
  sessions: {
    title: 'Where you are signed in',
    intro:
      'Each line is a browser that is signed in with your account. If you do not know one, end it and change your password.',
    browser: (browser: string | null, system: string | null) =>
      `${browser ?? 'A browser'}${system ? ` on ${system}` : ''}`,
    here: 'this one',
    opened: (moment: string) => `Signed in on ${moment}`,
    seen: (moment: string) => `last seen on ${moment}`,
    end: 'Sign it out',
    endWhich: (browser: string) => `: ${browser}`,
    ending: 'Signing it out…',
    endOthers: 'Sign out all others',
    endingOthers: 'Signing them out…',
    gone: 'That browser is signed out already. Reload the page.',
  },
  code: {
    title: 'Your recovery code',
    intro:
      'If you forget your password, this code lets you set another one. Without it nobody can, not even those who run this wiki.',
    keep: 'Write it down, or keep it where you keep your passwords. It is shown only now.',
    label: 'Recovery code',
    kept: 'I have kept it, go on',
    busy: 'Going on…',
    anotherTitle: 'A new recovery code',
    have: 'You have a recovery code. It was shown once and cannot be shown again. If you have lost it, or somebody else has seen it, make a new one: the old one stops working.',
    haveNone:
      'You have no recovery code yet. With one you can set another password if you ever forget yours. It is shown once.',
    make: 'Make a new code',
    making: 'Making a new code…',
  },
  recover: {
    title: 'Set a new password',
    intro:
      'With the recovery code that you were shown when you made your account, you can set another password. Everybody who is signed in with this account, on any device, is signed out.',
    codeHint: 'Six groups of four. Capitals, spaces and dashes do not matter.',
    wrong: 'There is no such name with this recovery code. Check both and try again.',
    submit: 'Set the new password',
    busy: 'Setting the new password…',
    lost: 'Without the code nobody can tell whether an account is yours. You can always make another one.',
  },
  email: {
    title: 'Your e-mail address',
    intro:
      'With a confirmed address you can have a forgotten password replaced by a mail. It is used for nothing else, and nobody else sees it.',
    label: 'E-mail address',
    none: 'None.',
    waiting: (email: string) => `${email}, not confirmed yet.`,
    confirmed: (email: string) => `${email} is confirmed.`,
    sent: (email: string, until: string) =>
      `We have sent a link to ${email}. Follow it until ${until}; until then nothing changes. If nothing comes, look among what your mail program takes for advertising, or send it again below.`,
    goOn: 'Go on',
    optional: 'E-mail address, if you like',
    optionalHint:
      'Only for replacing a forgotten password; nobody else sees it. Without it you are shown a recovery code instead.',
    invalid: 'This is no e-mail address. It looks like name@example.org.',
    same: 'This address is yours already, and confirmed.',
    submit: 'Send me a link',
    busy: 'Sending the link…',
    removeTitle: 'Remove the address',
    remove: 'Remove the address',
    removing: 'Removing…',
  },
  confirm: {
    title: 'Confirm your address',
    intro: (email: string, name: string) =>
      `${email} is to be the address of the account “${name}” on this wiki. If you did not ask for this, leave this page: nothing happens.`,
    submit: 'This is my address',
    busy: 'Confirming…',
    doneTitle: 'Your address is confirmed',
    done: 'If you ever forget your password, a mail to this address replaces it.',
  },
  link: {
    usedTitle: 'This link does not work any more',
    used: 'This link has been used, or is too old. Ask for a new one.',
  },
  forgot: {
    title: 'Forgot your password?',
    intro:
      'If your account has a confirmed e-mail address, we send a link there that lets you set a new password.',
    label: 'Your name, or your e-mail address',
    submit: 'Send me a link',
    busy: 'Sending…',
    sentTitle: 'Look into your mail',
    sent: 'If there is such an account with a confirmed address, a link is on its way there. It works once, for an hour.',
    withCode: 'Use your recovery code instead',
    again: 'Ask for another link',
  },
  reset: {
    title: 'Set a new password',
    intro: (name: string) =>
      `This is for the account “${name}”. Everybody who is signed in with it, on any device, is signed out.`,
    submit: 'Set the new password',
    busy: 'Setting the new password…',
    done: 'Your new password is set. Sign in with it.',
  },
  forgotten: 'Forgot your password?',
}
