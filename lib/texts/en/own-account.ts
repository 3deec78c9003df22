/** What people do with their own account: its settings, and the ways back into it. */
export const ownAccount = {
  currentPassword: {
    label: 'Your password',
    hint: 'The one you sign in with today, to make sure that it is you.',
    wrong: 'This is not the password of your account. Check it and try again.',
  },
  newPassword: { label: 'New password' },
  code: {
    title: 'Your recovery code',
    intro:
      'If you forget your password, this code lets you set another one. Without it nobody can, not even those who run this wiki.',
    keep: 'Write it down, or keep it where you keep your passwords. It is shown only now.',
    label: 'Recovery code',
    kept: 'I have kept it, go on',
    busy: 'Going on…',
    anotherTitle: 'A new recovery code',
    have: 'You have a recovery code. It was shown once and cannot be shown again. If you have lost it, or somebody else has seen it, make a new one: the old one is good no more.',
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
  forgotten: 'Forgot your password?',
}
