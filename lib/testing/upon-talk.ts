import { newKey } from '@/lib/changesets/testing'
import type { AccountActor } from '@/lib/policy/actor'
import { converse } from '@/lib/talk/conversation/converse'
import { acceptComment, declineComment } from '@/lib/talk/decide'
import { editComment } from '@/lib/talk/edit-comment'
import { reply } from '@/lib/talk/reply'
import { reopenThread, settleThread } from '@/lib/talk/settle'
import { withdrawComment } from '@/lib/talk/withdraw-comment'
import { liftComment, withholdComment } from '@/lib/talk/withhold-comment'
import { people, reason, type Things, things } from './things'

type Call = (by: AccountActor, id: never) => Promise<unknown>

const low = () => [people.fan, people.trusted, people.blocked]
const upToModerators = () => [...low(), people.moderator]

const uponComment = (call: (by: AccountActor, commentId: number) => Promise<unknown>, strangers = low) => ({
  things: (): Things => things.comments,
  strangers,
  call: [call as Call],
})

const uponThread = (call: (by: AccountActor, threadId: number) => Promise<unknown>) => ({
  things: (): Things => things.threads,
  strangers: low,
  call: [call as Call],
})

/** Every action on a thread or a comment, upon those of somebody else that are not shown. */
export const uponTalk = () => ({
  'talk replyAction': uponThread((by, threadId) =>
    reply(by, { key: newKey(), threadId, answers: null, words: 'Said.' }),
  ),
  'talk converseAction': {
    things: (): Things => things.submissions,
    strangers: low,
    call: [
      ((by: AccountActor, submissionId: number) =>
        converse(by, { key: newKey(), submissionId, words: 'Said.' })) as Call,
    ],
  },
  'talk settleThreadAction': uponThread((by, threadId) => settleThread(by, { threadId, outcome: '' })),
  'talk reopenThreadAction': uponThread((by, threadId) => reopenThread(by, { threadId })),
  'talk editCommentAction': uponComment(
    (by, commentId) => editComment(by, { commentId, words: 'Other words.' }),
    upToModerators,
  ),
  'talk withdrawCommentAction': uponComment(
    (by, commentId) => withdrawComment(by, { commentId }),
    upToModerators,
  ),
  'talk acceptCommentAction': uponComment((by, commentId) => acceptComment(by, { commentId })),
  'talk declineCommentAction': uponComment((by, commentId) => declineComment(by, { commentId, reason })),
  'talk withholdCommentAction': uponComment((by, commentId) =>
    withholdComment(by, { commentId, strength: 'hidden', reason }),
  ),
  'talk liftCommentAction': uponComment((by, commentId) => liftComment(by, { commentId, reason })),
})
