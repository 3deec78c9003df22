const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })

/** A moment as accounts are told of it: "3 December 2026 at 14:05 UTC". */
export const moment = (at: Date) => `${day.format(at)} UTC`

/** Signing in, accounts, blocks, and why something is not allowed. */
export const accounts = {
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
