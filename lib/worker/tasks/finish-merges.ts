import { setDeletion } from '@/db/entries/entries'
import { findMerged, findNamingMerged, findUnnamedMerged, isNamed, moveTalk } from '@/db/entries/merges'
import { primary, type Tx, transaction } from '@/db/postgres/client'
import { takePublishLock } from '@/db/postgres/locks'
import { lockEntries } from '@/db/publishing/publishing'
import { removeSearchRow } from '@/db/search/search-rows'
import { announce } from '@/lib/cache/announce'
import { tags } from '@/lib/cache/tags'
import { lockedHead, publishInstead } from '@/lib/changesets/publish-instead'
import { mapReferences, referencesOf } from '@/lib/content/references'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { followPresence } from '@/lib/moderation/follow-presence'

/** How many entries are changed in one transaction. */
const AT_ONCE = 20

/**
 * Finishes every merge: first what names a merged entry names the other in its place, each in a version of its own, a few
 * in a transaction; then the merged entry, which nothing names any more, is deleted. May be stopped anywhere and run again.
 */
export async function finishMerges(): Promise<void> {
  // Each once: what cannot be published, such as an entry whose words were erased, must not be tried for ever.
  for (let after = 0; ; ) {
    const naming = await findNamingMerged(primary(), after, AT_ONCE)
    const last = naming.at(-1)
    if (last === undefined) break
    after = last
    await transaction(async (tx) => {
      await lockEntries(tx, naming)
      for (const id of naming) await nameTheOther(tx, id)
    })
  }
  while (await deleteOne());
}

/** Publishes what a locked entry says with merged entries named by what they were merged into. */
async function nameTheOther(tx: Tx, entryId: number): Promise<void> {
  const head = await lockedHead(tx, entryId)
  if (!head) return
  const kind = kindOf(head.kind)
  const named = referencesOf(kind, head.content)
  const into = await findMerged(
    tx,
    named.map(({ to }) => to),
  )
  const { renamed, authorName, authorPlace } = messages().moderating.merge
  await publishInstead(
    tx,
    entryId,
    ({ content }) => mapReferences(kind, content, (id) => into.get(id) ?? id),
    { summary: renamed, by: { name: authorName, place: authorPlace } },
  )
}

/** Deletes a merged entry that nothing names; whether there was one. Named again meanwhile, it waits for the next round. */
async function deleteOne(): Promise<boolean> {
  const found = await findUnnamedMerged(primary())
  if (!found) return false
  const { id, kind, intoId, byId, reason } = found
  await transaction(async (tx) => {
    await lockEntries(tx, [id])
    await takePublishLock(tx)
    if (await isNamed(tx, id)) return
    await setDeletion(tx, id, { byId, reason })
    await removeSearchRow(tx, id)
    const threads = await moveTalk(tx, id, intoId)
    await announce(tx, [
      ...(await followPresence(tx, { id, kind })),
      ...[id, intoId].flatMap((one) => [
        tags.entry(one),
        tags.history(one),
        tags.talk(one),
        tags.openThreads(one),
      ]),
      ...threads.map(tags.thread),
    ])
  })
  return true
}
