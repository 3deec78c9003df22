import type { z } from 'zod'
import { blockAccount } from '@/lib/accounts/block-account'
import { unblockAccount } from '@/lib/accounts/unblock-account'
import { addFact } from '@/lib/facts/add-fact'
import { editFact } from '@/lib/facts/edit-fact'
import type { Operation, Who } from '@/lib/operations/operation'
import { editPage } from '@/lib/pages/edit-page'
import { fileReport } from '@/lib/reports/file-report'
import { accept } from '@/lib/review/accept'
import { decline } from '@/lib/review/decline'
import { requestChanges } from '@/lib/review/request-changes'
import { editSource } from '@/lib/sources/edit-source'
import { noteSeen } from '@/lib/submissions/note-seen'
import { reopen } from '@/lib/submissions/reopen'
import { withdraw } from '@/lib/submissions/withdraw'

const listed = [
  editPage,
  editFact,
  editSource,
  addFact,
  accept,
  decline,
  requestChanges,
  withdraw,
  reopen,
  noteSeen,
  blockAccount,
  unblockAccount,
  fileReport,
]

/** Any operation, as an adapter sees it, which has read its input and knows who asks. */
export type AnyOperation = Operation<Who, z.ZodType, object>

/** What JSON reaches, by name. */
export const overHttp: ReadonlyMap<string, AnyOperation> = new Map(
  (listed as unknown as AnyOperation[]).map((operation) => [operation.about.name, operation]),
)
