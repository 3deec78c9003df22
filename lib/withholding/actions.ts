'use server'
import { action } from '@/lib/action'
import { moderationPaths } from '@/lib/entries/moderation-paths'
import { liftWithheld } from './lift-withheld'
import { liftSchema, withholdSchema } from './schema'
import { withhold } from './withhold'

/** Back to the screen, which tells what is hidden now. */
const toScreen = (entryId: number) => moderationPaths(entryId).hide

export const withholdAction = action('withhold', withholdSchema, withhold, {
  next: (_, { entryId }) => toScreen(entryId),
})
export const liftAction = action('lift', liftSchema, liftWithheld, {
  next: ({ entryId }) => toScreen(entryId),
})
