import { review } from './review'

/** The write path's sentences: why an edit, a decision or a revert was refused, and what to do. */
export const writing = {
  entryNotFound: 'This entry is not there (any more).',
  notVisible:
    'What this fact says is not shown: it is about private life, and nothing backs it at the moment. Your words are still here.',
  baseNotFound: 'The version you started from is not there (any more). Reload and carry your text over.',
  conflict:
    'Somebody changed the same passage while you were writing. Compare the texts below; nothing of yours is lost.',
  noChange: 'Nothing was changed.',
  keyReused: 'This save was sent before with another text. Send it again.',
  titleTaken: (title: string) =>
    `There is a page called “${title}” already. Choose another title, or edit that page.`,
  titleOfDeleted: (title: string) =>
    `A page called “${title}” was deleted, and keeps its title. Choose another one, or ask a moderator to restore that page.`,
  titleLeadsTo: (title: string, page: string) =>
    `“${title}” is another name of the page “${page}”. Choose another title, or edit that page.`,
  entryDeleted:
    'What this would change was deleted meanwhile. It can be accepted only once a moderator has restored that.',
  referenceGone: 'This names something that is not there (any more): take it out or choose another.',
  noCategory: 'Only categories can stand here: take out what is none, or choose a category.',
  categoriesMended: 'Took out of the categories what is no category',
  hasMembers: 'Pages are in this category: take them out of it before it becomes something else.',
  unknownKind: 'Choose a kind that this wiki has.',
  requiredField: (label: string) => `“${label}” is needed on pages of this kind: a few words are enough.`,
  unknownInfoboxField: 'This has a field that pages of this kind do not have.',
  submissionNotFound: 'There is no such submission.',
  alreadyDecided: (verdict: 'accept' | 'decline' | 'request_changes', by: string, at: string, now: string) =>
    `${by} has already ${{ accept: 'accepted', decline: 'declined', request_changes: 'asked for changes to' }[verdict]} this (${review.sinceWords(new Date(at), new Date(now))}).`,
  notWaiting: 'This submission is not waiting for a decision any more.',
  withdrawnByYou: 'You have taken this back meanwhile, from another window.',
  withdrawnMeanwhile: 'The author has withdrawn this meanwhile.',
  overtakenMeanwhile: 'Everything this proposed was there already when it was looked at.',
  sentAgainMeanwhile: 'You have sent this again meanwhile, from another window. Look at it as it is now.',
  reasonWas: (reason: string) => `The reason given: ${reason}`,
  wordsKept: 'Your words are kept.',
  reopenConflict:
    'The entry has changed meanwhile in the same place, so this cannot be sent again as it is. Amend it: your text is there.',
  decideFirst: (submissionId: number) =>
    `This is based on submission ${submissionId}, which is not decided yet: decide that one first.`,
  roundOver: 'The author has amended this meanwhile. Look at the new version first.',
  reasonMissing: 'Tell the author why: a sentence is enough.',
  firstRevision: 'The first version of an entry cannot be reverted.',
  revertNothing: 'What this edit did is not there any more: there is nothing to revert.',
  revertSummary: (number: number) => `Reverted version ${number}`,
  privateLifeNeedsOwnWords:
    'Private life is published only in the person’s own words, with the original opened. Ask the author for it.',
  privateLifeClosed:
    'The person has asked that nothing is published about their private life, so this cannot be accepted, in whoever’s words. Decline it and say so; their work is another matter.',
  contentErased: 'The text of this version was erased.',
} as const
