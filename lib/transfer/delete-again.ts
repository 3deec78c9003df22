import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { findDueDeletionIds, findWhenMade, type ListedDeletion, learnDeletion } from '@/db/own-data/deletions'
import { primary, transaction } from '@/db/postgres/client'
import { accountOfKey, DELETED_ACCOUNTS } from '@/lib/file-store/keys'
import type { FileStore } from '@/lib/file-store/store'
import { finishDeletion } from '@/lib/own-data/finish-deletion'
import { system } from '@/lib/policy/actor'

const AT_ONCE = 100

/** What the store's list says of a deletion: no name but the neutral one. */
const recordSchema = z.object({
  askedAt: z.coerce.date(),
  dueAt: z.coerce.date(),
  undoneAt: z.coerce.date().nullable(),
  neutralName: z.string().nullable(),
})

/**
 * Records what the store's list says of deletions and the database does not know, as after an older backup was restored.
 * An account is known by its id and when it was made: an id alone may be another's by now. Throws `StoreAwayError`.
 */
export async function learnDeletions(store: Pick<FileStore, 'list' | 'read'>): Promise<void> {
  for await (const { key } of store.list(DELETED_ACCOUNTS)) {
    const named = accountOfKey(key)
    if (!named) continue
    const made = (await findWhenMade(primary(), [named.id])).get(named.id)
    if (made?.getTime() !== named.createdAt.getTime()) continue
    const found = await store.read(key)
    const record = found && recordFrom((await buffer(found.stream)).toString())
    if (record) await transaction((tx) => learnDeletion(tx, { ...record, ...named }))
  }
}

function recordFrom(text: string): Omit<ListedDeletion, 'id' | 'createdAt'> | null {
  try {
    return recordSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}

/** Deletes every account whose time has come; gives how many there were. */
export async function finishDueDeletions(): Promise<number> {
  let count = 0
  for (let ids = await findDueDeletionIds(primary(), 0, AT_ONCE); ids.length > 0; ) {
    for (const accountId of ids) await finishOne(accountId)
    count += ids.length
    ids = await findDueDeletionIds(primary(), ids.at(-1) ?? 0, AT_ONCE)
  }
  return count
}

async function finishOne(accountId: number): Promise<void> {
  const done = await finishDeletion(system, { accountId })
  if (!done.ok) throw new Error(`account ${accountId} was not deleted: ${done.reason}`)
}
