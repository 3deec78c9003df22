'use server'
import { action } from '@/lib/action'
import { protect } from './protect'
import { entryReasonSchema, protectSchema } from './schema'
import { unprotect } from './unprotect'

/** Every act goes on to where the entry is read. */
const next = { next: ({ path }: { path: string }) => path }

export const protectAction = action('protect', protectSchema, protect, next)
export const unprotectAction = action('unprotect', entryReasonSchema, unprotect, next)
