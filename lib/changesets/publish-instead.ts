import { findWholeEntry } from '@/db/entries/entries'
import type { Tx } from '@/db/postgres/client'
import { authorForWiki, isVersionReviewed } from '@/db/publishing/as-wiki'
import { findEntryHeads } from '@/db/publishing/publishing'
import { normalizeContent } from '@/lib/content/normalize'
import { type AnyContent, contentOf, kindOf, storedEntry } from '@/lib/kinds/registry'
import { publish } from '@/lib/publishing/publish'
import { isSame } from '@/lib/text/canonical'
import { changeOf } from './change'

/** The head of an entry, which is locked; undefined where there is none. */
export async function lockedHead(tx: Tx, entryId: number) {
  const head = (await findEntryHeads(tx, [entryId])).get(entryId)
  return head && { ...head, ...storedEntry(head.kind, head) }
}

type Head = NonNullable<Awaited<ReturnType<typeof lockedHead>>>

/** What the wiki itself signs a version with: what made it, and that it was here. */
export interface WikiAuthor {
  name: string
  place: string
}

/**
 * Publishes another content of a locked entry as the wiki, or as an account; nothing where it is the same, and where the
 * entry is deleted.
 */
export async function publishInstead(
  tx: Tx,
  entryId: number,
  instead: (head: Head) => AnyContent,
  { summary, by }: { summary: string; by: number | WikiAuthor },
): Promise<void> {
  const head = await lockedHead(tx, entryId)
  const isDeleted = (await findWholeEntry(tx, entryId))?.deletedAt
  if (!head || isDeleted) return
  const kind = kindOf(head.kind)
  const content = normalizeContent(kind, instead(head)) as AnyContent
  if (isSame(content, head.content)) return
  const author =
    typeof by === 'number'
      ? { accountId: by }
      : { externalAuthorId: await authorForWiki(tx, by.name, by.place), externalRevisionId: null }
  await publish(
    tx,
    [
      {
        ...contentOf(head.kind, content),
        before: head.content,
        position: 1,
        entryId,
        entryNumber: head.number,
        parentNumber: head.headNumber,
        touches: changeOf(kind, head.content, content).touches,
      },
    ],
    {
      ...{ author, summary, isMinor: true, via: 'edit' },
      // What others rest on it stays as firm as it was.
      isReviewed: await isVersionReviewed(tx, entryId, head.headNumber),
    },
  )
}
