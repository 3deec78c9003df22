'use server'
import { formAction } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { confirmWish, mailDecision } from './mail-decision'

export const mailDecisionAction = formAction(mailDecision, {
  next: (_, { submissionId }) => paths.submission(submissionId),
})
export const confirmWishAction = formAction(confirmWish, { next: () => paths.confirmWish({ done: 1 }) })
