'use server'
import { addEmail, removeEmail } from '@/lib/accounts/email/add-email'
import { confirmEmail } from '@/lib/accounts/email/confirm-email'
import { requestReset } from '@/lib/accounts/email/request-reset'
import { resetPassword } from '@/lib/accounts/email/reset-password'
import { renameAccount, renameSelf } from '@/lib/accounts/names/rename-account'
import { renameAuthor } from '@/lib/accounts/names/rename-author'
import { newCodeHere } from '@/lib/accounts/passwords/new-recovery-code'
import { codeIsKept } from '@/lib/accounts/passwords/session-recovery-code'
import { endOwnSession } from '@/lib/accounts/sessions/end-sessions'
import { action, entranceAction, openAction } from '@/lib/action'
import { blockAccount } from './block-account'
import { changePasswordHere, endOthersFromHere, recoverHere, signInHere, signUpHere } from './enter'
import { emailPath, sessionsPath, settingsPath } from './path'
import {
  addEmailSchema,
  blockSchema,
  changePasswordSchema,
  confirmEmailSchema,
  credentialsSchema,
  endSessionSchema,
  keptCodeSchema,
  newCodeSchema,
  nothingSchema,
  ownNameSchema,
  recoverSchema,
  removeEmailSchema,
  renameAccountSchema,
  renameAuthorSchema,
  requestResetSchema,
  resetPasswordSchema,
  setRoleSchema,
  signUpSchema,
  unblockSchema,
} from './schema'
import { setRole } from './set-role'
import { unblockAccount } from './unblock-account'

export const signInAction = entranceAction('sign-in', credentialsSchema, signInHere, {
  next: ({ next }) => next,
})
export const signUpAction = entranceAction('sign-up', signUpSchema, signUpHere, { next: ({ next }) => next })
export const recoverAction = entranceAction('recover', recoverSchema, recoverHere, {
  next: ({ next }) => next,
})
export const keptCodeAction = openAction('kept-code', keptCodeSchema, codeIsKept, {
  next: ({ next }) => next,
})
export const newCodeAction = action('new-code', newCodeSchema, newCodeHere, { next: ({ next }) => next })
export const changePasswordAction = action('change-password', changePasswordSchema, changePasswordHere, {
  next: () => settingsPath('password'),
})
export const endSessionAction = action('end-session', endSessionSchema, endOwnSession, {
  next: () => sessionsPath,
})
export const endOtherSessionsAction = action('end-other-sessions', nothingSchema, endOthersFromHere, {
  next: () => sessionsPath,
})
export const addEmailAction = action('add-email', addEmailSchema, addEmail, { next: () => emailPath() })
export const removeEmailAction = action('remove-email', removeEmailSchema, removeEmail, {
  next: () => settingsPath('email-removed'),
})
export const confirmEmailAction = entranceAction(
  'confirm-email',
  confirmEmailSchema,
  (_, typed) => confirmEmail(typed),
  {
    next: () => '/confirm-email?done=1',
  },
)
export const requestResetAction = entranceAction(
  'request-reset',
  requestResetSchema,
  (_, typed, { network }) => requestReset(typed, network),
  { next: () => '/forgot-password?sent=1' },
)
export const resetPasswordAction = entranceAction(
  'reset-password',
  resetPasswordSchema,
  (_, typed, { network }) => resetPassword(typed, network),
  { next: () => '/sign-in?done=reset' },
)
export const renameSelfAction = action('rename-self', ownNameSchema, renameSelf, {
  next: () => settingsPath('name'),
})
export const blockAction = action('block', blockSchema, blockAccount, { next: ({ path }) => path })
export const unblockAction = action('unblock', unblockSchema, unblockAccount, { next: ({ path }) => path })
export const renameAccountAction = action('rename-account', renameAccountSchema, renameAccount, {
  next: ({ path }) => path,
})
export const setRoleAction = action('set-role', setRoleSchema, setRole, { next: ({ path }) => path })
export const renameAuthorAction = action('rename-author', renameAuthorSchema, renameAuthor, {
  next: ({ path }) => path,
})
