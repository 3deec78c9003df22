/** The account that a mail is for, and its wiki. */
interface About {
  wiki: string
  name: string
}

const signed = (wiki: string, ...paragraphs: string[]) => `${[...paragraphs, wiki].join('\n\n')}\n`

/** The wiki's mails. Plain text; never a password, and of an account only its name. */
export const mails = {
  confirm: ({ wiki, name }: About, link: string) => ({
    subject: `Confirm your address for ${wiki}`,
    text: signed(
      wiki,
      `Somebody, most likely you, has given this address for the account "${name}" on ${wiki}. If it was you, open this page and press the button on it:`,
      link,
      'The link works once, for a day. From then on you can have your password replaced by a mail to this address, and once a day at most you are told here what became of what you sent; every such mail has a link that ends them. Nobody else sees the address.',
      'If it was not you, do nothing: the address is forgotten in a day.',
    ),
  }),
  reset: ({ wiki, name }: About, link: string) => ({
    subject: `A new password for ${wiki}`,
    text: signed(
      wiki,
      `Somebody, most likely you, has forgotten the password of the account "${name}" on ${wiki}. On this page you can set another one:`,
      link,
      'The link works once, for an hour.',
      'If it was not you, do nothing: your password stays as it is.',
    ),
  }),
  signIn: ({ wiki, name }: About, link: string) => ({
    subject: `Sign in to ${wiki}`,
    text: signed(
      wiki,
      `Somebody, most likely you, wants to sign in to the account "${name}" on ${wiki}. Open this page and press the button on it:`,
      link,
      'The link works once, for a quarter of an hour. Give it to nobody.',
      'If it was not you, do nothing: nobody is signed in.',
    ),
  }),
  passwordChanged: ({ wiki, name }: About, link: string) => ({
    subject: `Your password on ${wiki} was changed`,
    text: signed(
      wiki,
      `The password of the account "${name}" on ${wiki} was changed just now, and every browser that was signed in with it was signed out.`,
      `If it was you, all is well. If it was not, set another one at once:`,
      link,
    ),
  }),
  wayAdded: ({ wiki, name }: About, link: string) => ({
    subject: `A new way into your account on ${wiki}`,
    text: signed(
      wiki,
      `A way to sign in, or a second step of signing in, was added to the account "${name}" on ${wiki} just now.`,
      'If it was you, all is well. If it was not, look at what your account has, remove what you do not know, and change your password:',
      link,
    ),
  }),
  wayRemoved: ({ wiki, name }: About, link: string) => ({
    subject: `A way into your account on ${wiki} was removed`,
    text: signed(
      wiki,
      `A way to sign in, or a second step of signing in, was removed from the account "${name}" on ${wiki} just now.`,
      'If it was you, all is well. If it was not, change your password at once, and look at what your account has:',
      link,
    ),
  }),
  deletionAsked: ({ wiki, name }: About, day: string, link: string) => ({
    subject: `Your account on ${wiki} is about to be deleted`,
    text: signed(
      wiki,
      `Somebody who is signed in as "${name}" on ${wiki} asked for this account to be deleted. It is deleted on ${day}, and every browser has been signed out.`,
      'If it was you, you need do nothing. To keep the account, sign in before that day and press the button there. If it was not you, change your password then, too:',
      link,
    ),
  }),
  addressChanged: ({ wiki, name }: About) => ({
    subject: `Your address on ${wiki} was changed`,
    text: signed(
      wiki,
      `The account "${name}" on ${wiki} does not use this address any more; it uses another one, or none. No mail about it will come here again.`,
      'If it was not you, sign in and change your password, and then the address.',
    ),
  }),
}
