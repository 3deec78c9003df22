'use server'
import { formAction } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { leaveSession } from '@/lib/sessions/session'
import { deleteAccount } from './delete-account'
import { keepAccount } from './keep-account'

const signedOut = async () => {
  await leaveSession()
  return {}
}

export const deleteAccountAction = formAction(deleteAccount, {
  after: signedOut,
  next: () => paths.signIn({ done: 'leaving' }),
})
export const keepAccountAction = formAction(keepAccount, { next: () => paths.account({ done: 'kept' }) })
