'use server'
import { formAction } from '@/lib/operations/form'
import { decideOwnWords } from './decide'
import { sendOwnWords } from './send'
import { withdrawOwnWords } from './withdraw'

/** Continues where the operation says. */
const toPath = { next: ({ path }: { path: string }) => path }

export const sendOwnWordsAction = formAction(sendOwnWords, toPath)
export const withdrawOwnWordsAction = formAction(withdrawOwnWords, toPath)
export const decideOwnWordsAction = formAction(decideOwnWords, toPath)
