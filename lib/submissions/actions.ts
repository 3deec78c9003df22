'use server'
import { formAction } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { noteSeen } from './note-seen'
import { reopen } from './reopen'
import { withdraw } from './withdraw'

const itsPage = {
  next: (_: object, { submissionId }: { submissionId: number }) => paths.submission(submissionId),
}

export const withdrawAction = formAction(withdraw, itsPage)
export const noteSeenAction = formAction(noteSeen, { next: () => paths.submissions() })
export const reopenAction = formAction(reopen, itsPage)
