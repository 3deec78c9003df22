import { z } from 'zod'
import { entryRef } from '@/lib/text/plain'

/** How far in a work a reader must be. `unknown` stays closed until somebody sets a place. */
export const gateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('place'), page: entryRef }),
])

export type Gate = z.infer<typeof gateSchema>
