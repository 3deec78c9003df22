import { z } from 'zod'
import { idempotencyKey } from '@/lib/changesets/schema'
import { postedId } from '@/lib/input/numbers'
import { coded, line, webAddress } from '@/lib/text/plain'
import { taskKinds } from './kinds'

/** The longest key of a title, in UTF-16 units; ids are shorter. */
const MOST_SUBJECT = 2_400
const KEY = /^[^\p{Cc}\u2028\u2029]*$/u

/** A task that somebody puts aside, or wants to see again. */
export const asideSchema = z.object({
  kind: z.enum(taskKinds),
  subject: coded(KEY, MOST_SUBJECT),
})

/** The version of an entry that its task showed, and the key under which the answer is sent once. */
const answered = { entry: postedId, base: postedId, key: idempotencyKey }

/** What a picture shows. */
export const describeSchema = z.object({ ...answered, words: line(500) })

/** Another address of a source, or a copy of its page in an archive. */
export const addressSchema = z.object({ ...answered, address: webAddress, is: z.enum(['new', 'archived']) })

/** How far in a work a fact gives away plot: the page of a place, or `none`. */
export const placeSchema = z.object({ ...answered, place: z.union([z.literal('none'), postedId]) })

/** A submission that somebody takes back as soon as it is sent. */
export const sentSchema = z.object({ submission: postedId, key: idempotencyKey })
