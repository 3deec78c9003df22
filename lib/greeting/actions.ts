'use server'
import { formAction } from '@/lib/operations/form'
import { putAway } from './put-away'

export const putGreetingAwayAction = formAction(putAway, { next: ({ path }) => path })
