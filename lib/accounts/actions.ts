'use server'
import { action, openAction } from '@/lib/action'
import { blockAccount } from './block-account'
import { endOwnSession } from './end-sessions'
import { changePasswordHere, endOthersFromHere, recoverHere, signInHere, signUpHere } from './enter'
import { newCodeHere } from './new-recovery-code'
import { sessionsPath, settingsPath } from './path'
import { renameAccount, renameSelf } from './rename-account'
import { renameAuthor } from './rename-author'
import {
  blockSchema,
  changePasswordSchema,
  credentialsSchema,
  endSessionSchema,
  keptCodeSchema,
  newCodeSchema,
  nothingSchema,
  ownNameSchema,
  recoverSchema,
  renameAccountSchema,
  renameAuthorSchema,
  unblockSchema,
} from './schema'
import { codeIsKept } from './session-recovery-code'
import { unblockAccount } from './unblock-account'

export const signInAction = openAction('sign-in', credentialsSchema, signInHere, { next: ({ next }) => next })
export const signUpAction = openAction('sign-up', credentialsSchema, signUpHere, { next: ({ next }) => next })
export const recoverAction = openAction('recover', recoverSchema, recoverHere, { next: ({ next }) => next })
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
export const renameSelfAction = action('rename-self', ownNameSchema, renameSelf, {
  next: () => settingsPath('name'),
})
export const blockAction = action('block', blockSchema, blockAccount, { next: ({ path }) => path })
export const unblockAction = action('unblock', unblockSchema, unblockAccount, { next: ({ path }) => path })
export const renameAccountAction = action('rename-account', renameAccountSchema, renameAccount, {
  next: ({ path }) => path,
})
export const renameAuthorAction = action('rename-author', renameAuthorSchema, renameAuthor, {
  next: ({ path }) => path,
})
