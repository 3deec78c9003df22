import { primary, type Tx } from '@/db/client'
import { findHeads } from '@/db/queries/publishing'
import { traceNetwork } from '@/lib/accounts/trace-network'
import { audit } from '@/lib/audit'
import type { EntryActResult } from '@/lib/entries/protect'
import { RefusalError, refuse } from '@/lib/errors'
import { recordEvent } from '@/lib/events/record-event'
import { messages } from '@/lib/messages/messages'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'
import { demand } from '@/lib/policy/policy'
import { publish } from '@/lib/revisions/publish'
import { paths } from '@/lib/routes'
import { conflictable } from '@/lib/submissions/conflict'
import type { Wanted } from '@/lib/submissions/prepare'
import { changedOf, publicationOf } from '@/lib/submissions/publish-or-keep'
import { type Locked, write } from '@/lib/submissions/write'
import type { PageContent } from './schema'

interface Renaming {
  entryId: number
  title: string
  reason: string
  key: string
}

/**
 * Gives a page another title. The title is content, so this publishes a revision that changes nothing else; the old one
 * stays as an address that leads to the page. Refused at `title` when it is another page's title or one of its other
 * addresses, and when it is the page's own already; another spelling, and a title that the page had before, are fine.
 */
export function renamePage(by: AccountActor, wanted: Renaming, { network }: Origin): Promise<EntryActResult> {
  const { key, ...body } = wanted
  return conflictable(async () => {
    demand(by, 'rename')
    let from = ''
    const underNewTitle = async () => {
      const page = await pageNow(wanted.entryId)
      from = page.content.title
      return [{ ...page, content: { ...page.content, title: wanted.title } } as Wanted]
    }
    const done = await write({ actor: by, key, body: { rename: body } }, underNewTitle, (tx, locked) =>
      finish(tx, locked, { ...wanted, from }, network),
    )
    return { ok: true as const, ...done }
  })
}

async function pageNow(entryId: number) {
  const head = (await findHeads(primary(), [entryId])).get(entryId)
  if (head?.kind !== 'page') throw new RefusalError(refuse('not_found', messages().moderating.notFound))
  const content = head.content as PageContent
  return { kind: 'page' as const, content, position: 1, entryId, baseNumber: head.headNumber }
}

async function finish(
  tx: Tx,
  locked: Locked,
  { entryId, from, title, reason }: Renaming & { from: string },
  network: string | null,
): Promise<{ event: number; path: string }> {
  const { moderating } = messages()
  const { actor } = locked
  demand(actor, 'rename', locked.cases[0]?.subject)
  const changed = changedOf(locked)
  if (changed.length === 0) throw new RefusalError(refuse('no_change', moderating.rename.same))
  await audit(tx, { actor, act: 'entry.rename', entryId, detail: { from, to: title }, reason })
  recordEvent(tx, { name: 'entry.renamed', actorId: actor.id, entryId })
  await traceNetwork(tx, { accountId: actor.id, operation: 'rename', network })
  const { event } = await publish(tx, changed.map(publicationOf), {
    author: { accountId: actor.id },
    summary: moderating.rename.summary(from, reason),
    isMinor: false,
    via: 'edit',
    isReviewed: true,
  })
  return { event, path: paths.page(title) }
}
