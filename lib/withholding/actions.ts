'use server'
import { moderationPaths } from '@/lib/entries/moderation-paths'
import { formAction } from '@/lib/operations/form'
import { liftWithheld } from './lift-withheld'
import { withhold } from './withhold'

/** Back to the screen, which tells what is hidden now. */
const toScreen = (entryId: number) => moderationPaths(entryId).hide

export const withholdAction = formAction(withhold, { next: (_, { entryId }) => toScreen(entryId) })
export const liftAction = formAction(liftWithheld, { next: ({ entryId }) => toScreen(entryId) })
