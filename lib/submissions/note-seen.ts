import { primary } from '@/db/postgres/client'
import { markSeen } from '@/db/submissions/submissions'
import { refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { seenSchema } from '@/lib/submissions/own-schema'

/**
 * Notes that one has read why a submission of one's own was declined: it is one's turn no longer. Another's is answered
 * like one that is not there.
 */
export const noteSeen = operation({
  name: 'submission.note-seen',
  who: 'account',
  input: seenSchema,
  audits: { nothing: 'that somebody has read an answer is theirs alone to know' },
  run: async ({ actor }, { submissionId }) => {
    const isTheirs = await markSeen(primary(), submissionId, actor.id)
    return isTheirs ? {} : refuse('not_found', codes().writing.submissionNotFound)
  },
})
