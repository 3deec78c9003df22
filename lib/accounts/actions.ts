'use server'
import { action, openAction } from '@/lib/action'
import { blockAccount } from './block-account'
import { signInHere, signUpHere } from './enter'
import { renameAccount } from './rename-account'
import { renameAuthor } from './rename-author'
import {
  blockSchema,
  credentialsSchema,
  renameAccountSchema,
  renameAuthorSchema,
  unblockSchema,
} from './schema'
import { unblockAccount } from './unblock-account'

export const signInAction = openAction('sign-in', credentialsSchema, signInHere, { next: ({ next }) => next })
export const signUpAction = openAction('sign-up', credentialsSchema, signUpHere, { next: ({ next }) => next })
export const blockAction = action('block', blockSchema, blockAccount, { next: ({ path }) => path })
export const unblockAction = action('unblock', unblockSchema, unblockAccount, { next: ({ path }) => path })
export const renameAccountAction = action('rename-account', renameAccountSchema, renameAccount, {
  next: ({ path }) => path,
})
export const renameAuthorAction = action('rename-author', renameAuthorSchema, renameAuthor, {
  next: ({ path }) => path,
})
