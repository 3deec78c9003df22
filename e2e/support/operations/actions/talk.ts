import { randomUUID } from 'node:crypto'
import { type ActionTable, moderators, writers } from './row'

const ofOwnWords = (name: string) => `lib/talk/own-words/actions.ts ${name}`
const of = (name: string) => `lib/talk/actions.ts ${name}`
const reason = 'Part of a test'

/** What an author does with a comment of theirs that is held: for the others it is not there. */
const authors = '- not_found done not_found not_found not_found not_found'
const settled = '- not_allowed not_allowed done done done blocked'

const written = (words: string) => ({ key: randomUUID(), words })
const onComment = (commentId: number) => ({ commentId: String(commentId) })

/** What people say about entries, and what moderators do with it. */
export const aboutTalk: ActionTable = {
  [of('startThreadAction')]: [
    {
      sends: async ({ page }) => ({
        ...written('Is it so?'),
        entryId: String((await page()).id),
        subject: 'A question',
      }),
      answers: writers,
    },
  ],
  [of('replyAction')]: [
    {
      sends: async ({ talk }) => ({ ...written('It is so.'), threadId: String((await talk()).threadId) }),
      answers: writers,
    },
  ],
  [of('converseAction')]: [
    {
      on: 'what the author sent',
      sends: async ({ waiting }) => ({ ...written('Why?'), submissionId: String(await waiting()) }),
      answers: '- not_found done not_found done done not_found',
    },
  ],
  [of('editCommentAction')]: [
    {
      on: 'a held comment of the author',
      sends: async ({ heldComment }) => ({ ...onComment(await heldComment()), words: 'Other words.' }),
      answers: authors,
    },
  ],
  [of('withdrawCommentAction')]: [
    {
      on: 'a held comment of the author',
      sends: async ({ heldComment }) => onComment(await heldComment()),
      answers: authors,
    },
  ],
  [of('settleThreadAction')]: [
    {
      sends: async ({ talk }) => ({ threadId: String((await talk()).threadId), outcome: 'It is so.' }),
      answers: settled,
    },
  ],
  [of('reopenThreadAction')]: [
    { sends: async ({ settledThread }) => ({ threadId: String(await settledThread()) }), answers: settled },
  ],
  [of('acceptCommentAction')]: [
    { sends: async ({ newcomersComment }) => onComment(await newcomersComment()), answers: moderators },
  ],
  [of('declineCommentAction')]: [
    {
      sends: async ({ newcomersComment }) => ({ ...onComment(await newcomersComment()), reason }),
      answers: moderators,
    },
  ],
  [ofOwnWords('sendOwnWordsAction')]: [
    {
      sends: async ({ word }) => ({ words: `I like ${word()}.` }),
      answers: '- not_allowed not_allowed done done done blocked',
    },
  ],
  [ofOwnWords('withdrawOwnWordsAction')]: [
    {
      on: 'those that wait, of the one trusted member who sent some',
      sends: async ({ waitingWords }) => {
        await waitingWords()
        return { which: 'waiting' }
      },
      answers: '- already_decided already_decided done already_decided already_decided already_decided',
    },
  ],
  [ofOwnWords('decideOwnWordsAction')]: [
    {
      sends: async ({ waitingWords }) => ({ wordsId: String(await waitingWords()), verdict: 'pass' }),
      answers: moderators,
    },
  ],
  [of('withholdCommentAction')]: [
    {
      sends: async ({ talk }) => ({ ...onComment((await talk()).commentId), strength: 'hidden', reason }),
      answers: moderators,
    },
    {
      on: 'for good',
      sends: async ({ talk }) => ({ ...onComment((await talk()).commentId), strength: 'erased', reason }),
      answers: '- not_allowed not_allowed not_allowed not_allowed done blocked',
    },
  ],
  [of('liftCommentAction')]: [
    {
      sends: async ({ hiddenComment }) => ({ ...onComment(await hiddenComment()), reason }),
      answers: moderators,
    },
  ],
}
