import { markAllRead } from '@/db/news/news'
import { primary } from '@/db/postgres/client'
import { operation } from '@/lib/operations/operation'
import { readAllSchema } from './schema'

/** Marks all of one's news as read that was shown: what came since stays unread. */
export const markNewsRead = operation({
  name: 'news.mark-read',
  who: 'account',
  input: readAllSchema,
  audits: { nothing: 'what somebody has read is theirs alone to know' },
  run: async ({ actor }, { upTo }) => {
    await markAllRead(primary(), actor.id, upTo)
    return {}
  },
})
