'use server'
import { formAction } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { changeMail, changeMailByLink, endMailByLink } from './change-mail'

export const changeMailAction = formAction(changeMail, { next: () => paths.accountMail({ done: 1 }) })
export const changeMailByLinkAction = formAction(changeMailByLink, {
  next: (_, { token }) => paths.mailByLink(token, { done: 1 }),
})
export const endMailByLinkAction = formAction(endMailByLink, {
  next: (_, { token }) => paths.mailByLink(token, { done: 'ended' }),
})
