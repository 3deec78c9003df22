import type { z } from 'zod'
import { blockAccount } from '@/lib/accounts/block-account'
import { unblockAccount } from '@/lib/accounts/unblock-account'
import { addFact } from '@/lib/facts/add-fact'
import { sayCheck, takeBackCheck } from '@/lib/facts/checks/say'
import { markNewsRead } from '@/lib/news/mark-read'
import { changeWatch, changeWatchFeed, seeWatched } from '@/lib/news/watching'
import type { Operation, Who } from '@/lib/operations/operation'
import { fileReport } from '@/lib/reports/file-report'
import { accept } from '@/lib/review/accept'
import { decline, requestChanges } from '@/lib/review/turn-down'
import { thank } from '@/lib/revisions/thanks/thank'
import { lookUpSource } from '@/lib/sources/look-up/look-up'
import { noteSeen } from '@/lib/submissions/note-seen'
import { reopen } from '@/lib/submissions/reopen'
import { saveOperations } from '@/lib/submissions/save'
import { withdraw } from '@/lib/submissions/withdraw'
import { converse } from '@/lib/talk/conversation/converse'
import { acceptComment, declineComment } from '@/lib/talk/decide'
import { editComment } from '@/lib/talk/edit-comment'
import { decideOwnWords } from '@/lib/talk/own-words/decide'
import { sendOwnWords } from '@/lib/talk/own-words/send'
import { withdrawOwnWords } from '@/lib/talk/own-words/withdraw'
import { reply } from '@/lib/talk/reply'
import { reopenThread, settleThread } from '@/lib/talk/settle'
import { startThread } from '@/lib/talk/start'
import { withdrawComment } from '@/lib/talk/withdraw-comment'
import { finishUpload } from '@/lib/uploads/finish-upload'
import { startUpload } from '@/lib/uploads/start-upload'
import { changeField } from '@/lib/wiki/change-field'
import { changeSetting } from '@/lib/wiki/change-setting'

const listed = [
  ...Object.values(saveOperations),
  addFact,
  accept,
  decline,
  requestChanges,
  withdraw,
  reopen,
  noteSeen,
  markNewsRead,
  changeWatch,
  seeWatched,
  changeWatchFeed,
  blockAccount,
  unblockAccount,
  fileReport,
  changeField,
  changeSetting,
  startUpload,
  finishUpload,
  lookUpSource,
  startThread,
  reply,
  converse,
  thank,
  sayCheck,
  takeBackCheck,
  editComment,
  withdrawComment,
  settleThread,
  reopenThread,
  acceptComment,
  declineComment,
  sendOwnWords,
  withdrawOwnWords,
  decideOwnWords,
]

/** Any operation, for an adapter that has read its input and knows who asks. */
export type AnyOperation = Operation<Who, z.ZodType, object>

/** The operations that JSON can call, by name. */
export const overHttp: ReadonlyMap<string, AnyOperation> = new Map(
  (listed as unknown as AnyOperation[]).map((operation) => [operation.about.name, operation]),
)
