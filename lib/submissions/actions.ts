'use server'
import { formAction } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { accept } from './accept'
import { onFromAccepted, onFromTurnedDown } from './decide-in-queue'
import { queuePartSchema } from './decision-schema'
import { decline } from './decline'
import { noteSeen } from './note-seen'
import { reopen } from './reopen'
import { requestChanges } from './request-changes'
import { withdraw } from './withdraw'

const toPath = ({ path }: { path: string }) => path
const turnedDown = { also: queuePartSchema, after: onFromTurnedDown, next: toPath }

export const acceptAction = formAction(accept, { also: queuePartSchema, after: onFromAccepted, next: toPath })
export const declineAction = formAction(decline, turnedDown)
export const requestChangesAction = formAction(requestChanges, turnedDown)

const itsPage = {
  next: (_: object, { submissionId }: { submissionId: number }) => paths.submission(submissionId),
}

export const withdrawAction = formAction(withdraw, itsPage)
export const noteSeenAction = formAction(noteSeen, { next: () => paths.submissions() })
export const reopenAction = formAction(reopen, itsPage)
