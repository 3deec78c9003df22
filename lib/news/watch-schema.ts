import { z } from 'zod'
import { watchables } from '@/db/news/schema'
import { posted, postedId } from '@/lib/input/numbers'

/** What is to be watched, or not any more. */
export const watchSchema = z.object({
  /** The id of the entry, or of the thread. */
  targetId: postedId,
  of: z.enum(watchables),
  on: z.enum(['yes', 'no']),
})

/** Until when somebody has seen what changed, in milliseconds since 1970: when their list was made. */
export const seenUntilSchema = z.object({
  until: posted(z.number().int().positive().max(8_640_000_000_000_000)),
})

/** A new address of one's private feed, or none any more. */
export const watchFeedSchema = z.object({ feed: z.enum(['new', 'none']) })
