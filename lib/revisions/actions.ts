'use server'
import { action } from '@/lib/action'
import { revertSchema } from '@/lib/submissions/decision-schema'
import { revertAndShow } from './revert-and-show'

export const revertAction = action('revert', revertSchema, revertAndShow, { next: ({ path }) => path })
