'use server'
import { action } from '@/lib/action'
import { acceptInQueue, declineInQueue, requestChangesInQueue } from './decide-in-queue'
import { acceptSchema, ownSchema, seenSchema, turnDownSchema } from './decision-schema'
import { noteSeen } from './note-seen'
import { reopen } from './reopen'
import { withdraw } from './withdraw'

export const acceptAction = action('accept', acceptSchema, acceptInQueue, { next: ({ path }) => path })
export const declineAction = action('decline', turnDownSchema, declineInQueue, { next: ({ path }) => path })
export const requestChangesAction = action('requestChanges', turnDownSchema, requestChangesInQueue, {
  next: ({ path }) => path,
})

const itsPage = (_: object, { submissionId }: { submissionId: number }) => `/submissions/${submissionId}`

export const withdrawAction = action('withdraw', ownSchema, withdraw, { next: itsPage })
export const noteSeenAction = action('note-seen', seenSchema, noteSeen, { next: () => '/submissions' })
export const reopenAction = action('reopen', ownSchema, reopen, { next: itsPage })
