import { primary } from '@/db/postgres/client'
import { findEntryHeads } from '@/db/publishing/publishing'
import { applyChangeset } from '@/lib/changesets/apply'
import { conflictable } from '@/lib/changesets/conflict'
import { changedIn } from '@/lib/changesets/evaluate'
import type { RequestedChange } from '@/lib/changesets/parse'
import { publicationOf } from '@/lib/changesets/publish-or-keep'
import { RefusalError, refuse } from '@/lib/errors'
import { kindOf, stored } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import { messages } from '@/lib/messages/messages'
import { renameSchema } from '@/lib/moderation/schema'
import { operation } from '@/lib/operations/operation'
import { authorize } from '@/lib/policy/policy'
import { publish } from '@/lib/publishing/publish'
import { paths } from '@/lib/routes'

/**
 * Gives a page another title. The title is content, so this publishes a revision that changes nothing else; the old one
 * keeps redirecting to the page. Refused at `title` when it is another page's current or former title, and when it is
 * the page's own already; another spelling, and a former title of the page, are fine.
 */
export const renamePage = operation({
  name: 'page.rename',
  who: 'account',
  input: renameSchema,
  audits: ['entry.rename'],
  announces: ['entry.renamed'],
  idempotency: ({ key, ...body }) => ({ key, body: { rename: body } }),
  run: (context, { entryId, title, reason }) =>
    conflictable(async () => {
      authorize(context.actor, 'rename')
      let from = ''
      const underNewTitle = async () => {
        const page = await pageNow(entryId)
        from = page.content.title
        return [{ ...page, content: { ...page.content, title } } as RequestedChange]
      }
      return applyChangeset({ context }, underNewTitle, async ({ tx, audited, happened }, locked) => {
        const { actor } = locked
        authorize(actor, 'rename', locked.cases[0]?.subject)
        const changed = changedIn(locked)
        if (changed.length === 0) throw new RefusalError(refuse('no_change', codes().moderating.rename.same))
        audited('entry.rename', { entryId, detail: { from, to: title }, reason })
        happened({ name: 'entry.renamed', entryId })
        const { event } = await publish(tx, changed.map(publicationOf), {
          author: { accountId: actor.id },
          summary: messages().moderating.rename.summary(from, reason),
          isMinor: false,
          via: 'edit',
          isReviewed: true,
        })
        return { event, path: paths.page(title) }
      })
    }),
})

async function pageNow(entryId: number) {
  const head = (await findEntryHeads(primary(), [entryId])).get(entryId)
  if (!head || !kindOf(head.kind).isTitled)
    throw new RefusalError(refuse('not_found', codes().moderating.notFound))
  const content = stored('page', head)
  return { kind: 'page' as const, content, position: 1, entryId, baseNumber: head.headNumber }
}
