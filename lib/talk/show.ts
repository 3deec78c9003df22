import type { thread as threads } from '@/db/talk/schema'
import { countShownComment } from '@/db/talk/threads'
import { tags } from '@/lib/cache/tags'
import type { Writing } from '@/lib/operations/writing'
import type { AccountActor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'

type Thread = Pick<typeof threads.$inferSelect, 'id' | 'entryId' | 'submissionId'>

/** A comment that is shown from now on. */
interface Shown {
  commentId: number
  number: number
  mentions: number[]
  author: AccountActor
}

/**
 * Shows a comment of a locked thread, and tells of it: what it began or answered, and whom it mentions, where its author
 * may mention. Gives the tags of what has changed: nothing that is remembered shows a submission's conversation.
 */
export async function showComment(
  {
    tx,
    happened,
  }: Pick<
    Writing<never, 'talk.started' | 'talk.replied' | 'talk.mentioned' | 'submission.commented'>,
    'tx' | 'happened'
  >,
  thread: Thread,
  { commentId, number, mentions, author }: Shown,
): Promise<string[]> {
  await countShownComment(tx, thread.id, { commentId, number })
  const about = { threadId: thread.id, commentId }
  if (thread.submissionId !== null) {
    happened({ name: 'submission.commented', submissionId: thread.submissionId, ...about })
    return []
  }
  happened({ name: number === 1 ? 'talk.started' : 'talk.replied', ...about })
  if (can(author, 'mention'))
    for (const accountId of mentions)
      if (accountId !== author.id) happened({ name: 'talk.mentioned', ...about, accountId })
  return tagsOf(thread, { isNew: number === 1 })
}

/** What shows a thread: itself, its entry's list, the feeds of talk, and where it is new, settled or open again, its entry's number. */
export function tagsOf(
  { id, entryId }: Pick<Thread, 'id' | 'entryId'>,
  { isNew }: { isNew: boolean },
): string[] {
  if (entryId === null) return [tags.thread(id)]
  return [tags.thread(id), tags.talk(entryId), tags.allTalk, ...(isNew ? [tags.openThreads(entryId)] : [])]
}
