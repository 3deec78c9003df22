const now = (name: string | null) =>
  name === null ? 'You are not signed in any more' : `You are signed in as ${name} now`

/** A form that was written as one account and is sent by another. */
export const otherAccount = {
  message: (sender: string | null, writer: string | null) =>
    `${now(sender)}; this was written ${writer === null ? 'by somebody who was not signed in' : `as ${writer}`}. Nothing was sent.`,
  /** For a page from before forms said for whom they were made: its script may show nothing but this sentence. */
  unsaid: (sender: string | null) =>
    `${now(sender)}; this page was opened before the wiki was updated and does not say who wrote this. Nothing was sent. If you see no button to go on, copy your words and reload the page.`,
  send: (name: string | null) => (name === null ? 'Send it without an account' : `Send it as ${name}`),
  signIn: (name: string | null) => (name === null ? 'Sign in as somebody else' : `Sign in as ${name} again`),
  afterwards: 'The sign-in page opens in a new tab. Come back here afterwards and send again.',
} as const
