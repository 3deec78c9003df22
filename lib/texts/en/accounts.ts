const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** A moment as accounts are told of it: "3 December 2026 at 14:05 UTC". */
export const moment = (at: Date) => `${day.format(at)} UTC`

/** Signing in, accounts, blocks, and why something is not allowed. */
export const accounts = {
  failed: 'That did not work, and it was not your doing. Your words are still here: try again in a moment.',
  tooMany: (seconds: number) => {
    const minutes = Math.ceil(seconds / 60)
    return `That was too often in a short time. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`
  },
  checkMarked: 'Please look at what is marked below.',
  name: {
    empty: 'Give yourself a name.',
    tooLong: (most: number) => `A name has at most ${most} characters.`,
    unseen: 'This name has characters that nobody can see or tell apart. Type it with ordinary letters.',
    noLetter: 'A name needs at least one letter or digit.',
    mixed: 'This name mixes alphabets that look alike. Use one of them.',
    taken: 'This name, or one that looks like it, is taken. Choose another.',
  },
  password: {
    tooShort: (least: number) =>
      `A password has at least ${least} characters. A few unrelated words make a good one.`,
    tooLong: 'This password is too long: 512 bytes are the most.',
    unreadable: 'This password has characters that cannot be stored.',
    guessable: (why: string | null) =>
      `This password is easily guessed. ${why ?? 'A few more unrelated words make it safe.'}`,
  },
  refused: {
    notFound: 'There is nothing here.',
    notSignedIn: 'Sign in first. Your words are still here.',
    blocked: (block?: { reason: string; until: Date | null }) => {
      if (!block) return 'Your account is blocked, so nothing can be saved with it.'
      const end = block.until ? `until ${moment(block.until)}` : 'until a moderator lifts the block'
      return `Your account is blocked ${end}, so nothing can be saved with it. The reason given: ${block.reason}`
    },
    notAllowed: {
      propose: 'This page was deleted and cannot be edited.',
      publish: 'This needs review before it goes live.',
      decide: 'Somebody else has to decide this one.',
      revert: 'Your account cannot revert here. You can edit the page and send that for review.',
      protect: 'Only moderators change the protection of a page.',
      delete: 'Only moderators delete and restore pages.',
      rename: 'Only moderators rename pages.',
      withhold: 'Only moderators withhold what was published.',
      suppress: 'Only the owners of the wiki suppress what was published.',
      block: 'Your account cannot block this one.',
      setRole: 'Only the owners of the wiki change what an account may do.',
      moderate: 'The review desk is for moderators.',
    },
  },
}
