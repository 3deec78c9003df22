'use server'
import { action } from '@/lib/action'
import { acceptInQueue, declineInQueue, requestChangesInQueue } from './decide-in-queue'
import { acceptSchema, ownSchema, turnDownSchema } from './decision-schema'
import { reopen } from './reopen'
import { withdraw } from './withdraw'

export const acceptAction = action('accept', acceptSchema, acceptInQueue, { next: ({ path }) => path })
export const declineAction = action('decline', turnDownSchema, declineInQueue, { next: ({ path }) => path })
export const requestChangesAction = action('requestChanges', turnDownSchema, requestChangesInQueue, {
  next: ({ path }) => path,
})

const itsPage = (_: object, { submissionId }: { submissionId: number }) => `/submissions/${submissionId}`

export const withdrawAction = action('withdraw', ownSchema, withdraw, { next: itsPage })
export const reopenAction = action('reopen', ownSchema, reopen, { next: itsPage })
