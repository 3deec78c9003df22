'use server'
import { formAction } from '@/lib/operations/form'
import { onFromReverted } from './on-from-reverted'
import { revert } from './revert'

export const revertAction = formAction(revert, { after: onFromReverted, next: ({ path }) => path })
