import { z } from 'zod'

/** Where the greeting stood that somebody puts away. */
export const putAwaySchema = z.object({ at: z.enum(['news', 'submissions']) })
export type GreetedAt = z.infer<typeof putAwaySchema>['at']
