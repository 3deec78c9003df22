'use server'
import { action, openAction } from '@/lib/action'
import { blockAccount } from './block-account'
import { signInHere, signUpHere } from './enter'
import { blockSchema, credentialsSchema, unblockSchema } from './schema'
import { unblockAccount } from './unblock-account'

export const signInAction = openAction('sign-in', credentialsSchema, signInHere, { next: ({ next }) => next })
export const signUpAction = openAction('sign-up', credentialsSchema, signUpHere, { next: ({ next }) => next })
export const blockAction = action('block', blockSchema, blockAccount, { next: ({ path }) => path })
export const unblockAction = action('unblock', unblockSchema, unblockAccount, { next: ({ path }) => path })
