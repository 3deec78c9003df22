'use server'
import { formAction } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { converse } from './conversation/converse'
import { acceptComment, declineComment } from './decide'
import { editComment } from './edit-comment'
import { reply } from './reply'
import { reopenThread, settleThread } from './settle'
import { startThread } from './start'
import { withdrawComment } from './withdraw-comment'
import { liftComment, withholdComment } from './withhold-comment'

/** Continues where the operation says. */
const toPath = { next: ({ path }: { path: string }) => path }
/** Back to what else waits. */
const toQueue = { next: () => paths.heldComments() }

export const startThreadAction = formAction(startThread, toPath)
export const replyAction = formAction(reply, toPath)
export const converseAction = formAction(converse, toPath)
export const editCommentAction = formAction(editComment, toPath)
export const withdrawCommentAction = formAction(withdrawComment, toPath)
export const settleThreadAction = formAction(settleThread, toPath)
export const reopenThreadAction = formAction(reopenThread, toPath)
export const acceptCommentAction = formAction(acceptComment, toQueue)
export const declineCommentAction = formAction(declineComment, toQueue)
export const withholdCommentAction = formAction(withholdComment, toPath)
export const liftCommentAction = formAction(liftComment, toPath)
