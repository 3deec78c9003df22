'use server'
import { action } from '@/lib/action'
import { acceptInQueue, declineInQueue } from './decide-in-queue'
import { acceptSchema, declineSchema } from './decision-schema'

export const acceptAction = action('accept', acceptSchema, acceptInQueue, { next: ({ path }) => path })
export const declineAction = action('decline', declineSchema, declineInQueue, { next: ({ path }) => path })
