import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { findActor } from '@/db/accounts/actors'
import { enterErased, findErased, findErasedVersions } from '@/db/files/erased-elsewhere'
import { lockObject } from '@/db/files/receiving'
import { primary, reads, transaction } from '@/db/postgres/client'
import { type ErasedComment, findUnerased } from '@/db/talk/erased-comments'
import { commentOfKey, ERASED, ERASED_COMMENTS, erasedKey, objectOfKey } from '@/lib/file-store/keys'
import type { FileStore } from '@/lib/file-store/store'
import type { AccountActor } from '@/lib/policy/actor'
import { eraseCommentAgain } from '@/lib/talk/erase-comment-again'
import { eraseAgain } from '@/lib/withholding/erase-again'
import { systemAccount } from './seed'

/** How many entries of the store's list are compared at once. */
const AT_ONCE = 500

/** What the store's list says of an object. */
const erasedSchema = z.object({ likeness: z.string().nullable(), at: z.coerce.date() })

/**
 * Records what the store's own list says was erased and the database does not know, as after an older backup was
 * restored. Throws `StoreAwayError`.
 */
export async function learnWhatWasErased(store: Pick<FileStore, 'list' | 'read'>): Promise<void> {
  let batch: string[] = []
  for await (const { key } of store.list(ERASED)) {
    const sha256 = objectOfKey(key)
    if (sha256) batch.push(sha256)
    if (batch.length < AT_ONCE) continue
    await enterUnknown(store, batch)
    batch = []
  }
  await enterUnknown(store, batch)
}

/** What a record says; of one that cannot be read, its key says enough: which object was erased. */
function erasedFrom(record: string): z.infer<typeof erasedSchema> {
  try {
    return erasedSchema.parse(JSON.parse(record))
  } catch {
    return { likeness: null, at: new Date() }
  }
}

async function enterUnknown(store: Pick<FileStore, 'read'>, sha256s: string[]): Promise<void> {
  const known = await findErased(reads(), sha256s)
  for (const sha256 of sha256s) {
    if (known.has(sha256)) continue
    const found = await store.read(erasedKey(sha256))
    const { likeness, at } = erasedFrom(found ? (await buffer(found.stream)).toString() : '')
    await transaction(async (tx) => {
      await lockObject(tx, sha256)
      await enterErased(tx, { sha256, likeness, erasedAt: at })
    })
  }
}

/** Erases every version of a file whose picture is erased; gives how many files there were. */
export async function eraseWhatWasErased(): Promise<number> {
  const versions = await findErasedVersions(primary())
  const files = new Set(versions.map(({ entryId }) => entryId))
  if (files.size === 0) return 0
  const actor = await actorOfWiki()
  for (const entryId of files) {
    const erased = await eraseAgain(actor, { entryId })
    if (!erased.ok) throw new Error(`file ${entryId} was not erased: ${erased.reason}`)
  }
  return files.size
}

/** Erases the comments that the store's own list says were erased; gives how many. Throws `StoreAwayError`. */
export async function eraseCommentsAgain(store: Pick<FileStore, 'list'>): Promise<number> {
  let [count, batch]: [number, ErasedComment[]] = [0, []]
  for await (const { key } of store.list(ERASED_COMMENTS)) {
    const listed = commentOfKey(key)
    if (listed) batch.push(listed)
    if (batch.length < AT_ONCE) continue
    count += await eraseListed(batch)
    batch = []
  }
  return count + (await eraseListed(batch))
}

async function eraseListed(listed: ErasedComment[]): Promise<number> {
  const ids = await findUnerased(primary(), listed)
  if (ids.length === 0) return 0
  const actor = await actorOfWiki()
  for (const commentId of ids) {
    const erased = await eraseCommentAgain(actor, { commentId })
    if (!erased.ok) throw new Error(`comment ${commentId} was not erased: ${erased.reason}`)
  }
  return ids.length
}

async function actorOfWiki(): Promise<AccountActor> {
  const actor = await findActor(primary(), await systemAccount())
  if (!actor) throw new Error('the wiki has no account of its own')
  return actor
}
