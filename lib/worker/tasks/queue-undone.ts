import { findRunOutBlockIds } from '@/db/accounts/blocks'
import { findUnremoved } from '@/db/files/removing'
import { findUnsizedIds } from '@/db/files/sizes'
import { findOwedMailIds, findResetRequestIds } from '@/db/mail/owed-mails'
import { findUnsentNewsMailIds } from '@/db/news/mails'
import { isAnyUntold } from '@/db/news/tell'
import { findDueDeletionIds, findUnlistedDeletions } from '@/db/own-data/deletions'
import { type Queryable, type Tx, transaction } from '@/db/postgres/client'
import { findRunOutCheckedIds } from '@/db/reports/checked-words'
import { findDueStandings } from '@/db/standings/standings'
import { findOwedWishes } from '@/db/submissions/decision-wishes'
import { findUnlistedErasures } from '@/db/talk/erased-comments'
import { SIZING } from '@/lib/images/sizes'
import { enqueue } from '@/lib/jobs/enqueue'
import {
  deletionKey,
  ERASURES_KEY,
  endBlockKey,
  LIST_DELETIONS_KEY,
  lookUpKey,
  mailKey,
  newsMailKey,
  openWordsKey,
  REMOVAL_KEY,
  STANDINGS_KEY,
  sizesKey,
  tellKey,
  wishKey,
} from '@/lib/jobs/keys'
import { queueUndoneFields } from '@/lib/publishing/catch-up-fields'

/** How many jobs are queued in one transaction. */
const AT_ONCE = 500

/**
 * Queues work that the database shows undone and no job exists for: after restoring a backup, which holds no jobs, and
 * whenever a job was lost. What is queued already stays as it is.
 */
export async function queueUndone(): Promise<void> {
  await queueEach(findOwedMailIds, (tx, mailId) =>
    enqueue(tx, 'send-mail', { mailId }, { key: mailKey(mailId), isOnlyIfAbsent: true }),
  )
  await queueEach(findUnsentNewsMailIds, (tx, mailId) =>
    enqueue(tx, 'send-news-mail', { mailId }, { key: newsMailKey(mailId), isOnlyIfAbsent: true }),
  )
  await queueEach(findOwedWishes, (tx, submissionId) =>
    enqueue(tx, 'send-wish', { submissionId }, { key: wishKey(submissionId), isOnlyIfAbsent: true }),
  )
  await queueEach(findResetRequestIds, (tx, requestId) =>
    enqueue(tx, 'look-up-reset', { requestId }, { key: lookUpKey(requestId), isOnlyIfAbsent: true }),
  )
  await queueEach(findFilesToSize, (tx, entryId) =>
    enqueue(tx, 'make-sizes', { entryId }, { key: sizesKey(entryId), isOnlyIfAbsent: true }),
  )
  await queueEach(findRunOutBlockIds, (tx, blockId) =>
    enqueue(tx, 'end-block', { blockId }, { key: endBlockKey(blockId), isOnlyIfAbsent: true }),
  )
  await queueEach(findRunOutCheckedIds, (tx, checkedId) =>
    enqueue(tx, 'open-words', { checkedId }, { key: openWordsKey(checkedId), isOnlyIfAbsent: true }),
  )
  await queueEach(findDueDeletionIds, (tx, accountId) =>
    enqueue(tx, 'delete-account', { accountId }, { key: deletionKey(accountId), isOnlyIfAbsent: true }),
  )
  await transaction(async (tx) => {
    const deletions = await findUnlistedDeletions(tx, 1)
    if (deletions.length > 0)
      enqueue(tx, 'list-deletions', {}, { key: LIST_DELETIONS_KEY, isOnlyIfAbsent: true })
    if (await isAnyUntold(tx)) enqueue(tx, 'tell', {}, { key: tellKey, isOnlyIfAbsent: true })
    const unremoved = await findUnremoved(tx, 1)
    if (unremoved.length > 0) enqueue(tx, 'remove-objects', {}, { key: REMOVAL_KEY, isOnlyIfAbsent: true })
    const unlisted = await findUnlistedErasures(tx, 1)
    if (unlisted.length > 0) enqueue(tx, 'list-erasures', {}, { key: ERASURES_KEY, isOnlyIfAbsent: true })
    if (await findDueStandings(tx)) enqueue(tx, 'weigh-standings', {}, { key: STANDINGS_KEY })
    await queueUndoneFields(tx)
  })
}

const findFilesToSize = (tx: Queryable, after: number, most: number) =>
  findUnsizedIds(tx, after, most, SIZING)

async function queueEach(find: typeof findOwedMailIds, queue: (tx: Tx, id: number) => void): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const from: number = after
    after = await transaction(async (tx) => {
      const ids = await find(tx, from, AT_ONCE)
      for (const id of ids) queue(tx, id)
      return ids.at(-1)
    })
  }
}
