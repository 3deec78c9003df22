/** One's own account: its settings, and account recovery. */
export const ownAccount = {
  currentPassword: {
    label: 'Your password',
    hint: 'The one you sign in with today, to make sure that it is you.',
    wrong: 'This is not the password of your account. Check it and try again.',
    again:
      'To make sure that it is you, please sign in again first. Your account has no password to ask for.',
    signIn: 'Sign in again',
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
    hasNoPassword: 'None: you sign in in other ways.',
    outside: 'Other sites',
    outsideHint: (count: number) =>
      count === 0
        ? 'None signs you in here.'
        : count === 1
          ? 'One signs you in here.'
          : `${count} sign you in here.`,
    passkeys: 'Passkeys',
    passkeysHint: (count: number) =>
      count === 0
        ? 'None. With one, you sign in as you unlock your phone.'
        : count === 1
          ? 'One.'
          : `${count}.`,
    secondStep: 'Second step',
    hasSecondStep: 'Signing in asks for a code from your app.',
    hasNoSecondStep: 'None: your password is enough to sign in.',
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
      linked: 'From now on that site signs you in here.',
      unlinked: 'That site does not sign you in here any more.',
      'second-step-removed': 'Signing in asks for no second step any more.',
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
    keepAll: 'Write them down, or keep them where you keep your passwords. They are shown only now.',
    kept: 'I have kept it, go on',
    keptAll: 'I have kept them, go on',
    busy: 'Going on…',
    anotherTitle: 'A new recovery code',
    have: 'You have a recovery code. It was shown once and cannot be shown again. If you have lost it, or somebody else has seen it, make a new one: the old one stops working.',
    haveNone:
      'You have no recovery code yet. With one you can set another password if you ever forget yours. It is shown once.',
    make: 'Make a new code',
    making: 'Making a new code…',
  },
  lastWay:
    'This is the only way into your account. Set a password, or add another way, before you remove it.',
  outside: {
    title: 'Sign in with other sites',
    intro:
      'You can sign in with an account that you have elsewhere. This wiki learns its number and its name there, no address, and writes nothing there.',
    at: (label: string, site: string) => (label === '' ? site : `${label} (${site})`),
    added: (moment: string) => `Linked on ${moment}`,
    used: (moment: string) => `last used on ${moment}`,
    unused: 'not used yet',
    which: 'Link an account at',
    link: 'Link an account',
    linking: 'Going on…',
    goOn: (site: string) => `Go on to ${site}`,
    unlink: 'Unlink it',
    unlinkWhich: (site: string) => `: ${site}`,
    unlinkThis: 'Unlink this account',
    unlinking: 'Unlinking…',
    linkedHere: 'That account is linked to yours already.',
    linkedElsewhere: 'That account is linked to another account here. Unlink it there first.',
    isGone: 'That account is unlinked already. Reload the page.',
  },
  passkeys: {
    title: 'Passkeys',
    intro:
      'With a passkey you sign in as you unlock your phone or computer: by your finger, your face or a number. Nothing can be found out or typed into the wrong page. A passkey counts as both steps.',
    name: 'A name for it',
    nameHint: 'So that you know it again, like “my phone”.',
    giveName: 'Give it a name.',
    add: 'Add a passkey',
    adding: 'Waiting for your device…',
    added: (moment: string) => `Added on ${moment}`,
    used: (moment: string) => `last used on ${moment}`,
    unused: 'not used yet',
    remove: 'Remove it',
    removeWhich: (name: string) => `: ${name}`,
    removeThis: 'Remove this passkey',
    removing: 'Removing…',
    notMade: 'The passkey was not made for this page. Try again.',
    isThere: 'This passkey is here already.',
    isGone: 'This passkey is gone already. Reload the page.',
    tooMany: (most: number) => `An account has at most ${most} passkeys. Remove one first.`,
    nowhere:
      'Passkeys do not work at this address: they need a name of its own and a safe connection (https).',
    notHere: 'This browser cannot make passkeys here, or its scripts are off.',
  },
  secondStep: {
    title: 'A second step when you sign in',
    intro:
      'Besides your password, signing in then asks for a code that an app on your phone makes anew every half minute. Whoever finds out your password gets no further. Any app for one-time codes will do.',
    needed:
      'This wiki asks everybody who moderates for a second step. Add one, then you can moderate again. Reading and editing go on as before.',
    begin: 'Begin',
    beginning: 'Beginning…',
    isThere: 'Your account has a second step already. Reload the page.',
    isGone: 'Your account has no second step any more. Reload the page.',
    notBegun: 'That took too long. Reload the page and begin again.',
    scan: 'Photograph this with your app',
    scanAlt: 'A square code with the key below',
    key: 'Or type this key into it',
    open: 'Or open the app from here, if it is on this device',
    code: 'The code that the app shows now',
    wrongCode: 'This is not the code of this key. Check the clock of your phone, and type the newest code.',
    finish: 'Ask for a code from now on',
    finishing: 'Checking the code…',
    others: 'Every other browser that is signed in with your account is signed out.',
    on: (left: number) =>
      `Signing in asks for a code. You have ${left === 1 ? 'one spare code' : `${left} spare codes`} left.`,
    spareTitle: 'Your spare codes',
    spareIntro:
      'If your phone is lost, each of these replaces a code from the app, once. Without them, nobody can let you in.',
    newTitle: 'New spare codes',
    newIntro: 'The ones that you have stop working.',
    renew: 'Make new spare codes',
    renewing: 'Making new codes…',
    removeTitle: 'Remove the second step',
    removeIntro: 'Your password alone is then enough to sign in.',
    remove: 'Remove the second step',
    removing: 'Removing…',
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
      'With a confirmed address you can have a forgotten password replaced by a mail, and learn what became of what you sent: at most once a day, or as you choose. Nobody else sees it.',
    label: 'E-mail address',
    none: 'None.',
    waiting: (email: string) => `${email}, not confirmed yet.`,
    confirmed: (email: string) => `${email} is confirmed.`,
    sent: (email: string, until: string) =>
      `We have sent a link to ${email}. Follow it until ${until}; until then nothing changes. If nothing comes, look among what your mail program takes for advertising, or send it again below.`,
    goOn: 'Go on',
    optional: 'E-mail address, if you like',
    optionalHint:
      'For replacing a forgotten password, and for a mail a day at most when something became of what you sent; nobody else sees it. Without it you are shown a recovery code instead.',
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
    done: 'If you ever forget your password, a mail to this address replaces it. What became of what you sent is mailed there once a day, where something did; choose otherwise in your account, or in each of these mails.',
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
  byMail: {
    title: 'Sign in with a link',
    intro:
      'If your account has a confirmed e-mail address, we send a link there that signs you in without a password.',
    submit: 'Send me a link',
    busy: 'Sending…',
    sentTitle: 'Look into your mail',
    sent: 'If there is such an account with a confirmed address, a link is on its way there. It works once, for a quarter of an hour.',
    again: 'Ask for another link',
    press: (name: string) => `This signs you in to the account “${name}” in this browser.`,
    signIn: 'Sign in',
    signingIn: 'Signing in…',
    offer: 'Sign in with a link by mail',
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
