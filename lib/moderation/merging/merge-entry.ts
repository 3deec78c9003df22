import { insertMerge } from '@/db/entries/merges'
import { tags } from '@/lib/cache/tags'
import { applyChangeset } from '@/lib/changesets/apply'
import { conflictable } from '@/lib/changesets/conflict'
import { changedIn } from '@/lib/changesets/evaluate'
import { mayPublishNow, publicationOf } from '@/lib/changesets/publish-or-keep'
import { entryPath } from '@/lib/entries/paths'
import { RefusalError, refuse } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { MERGES_KEY } from '@/lib/jobs/keys'
import { kindOf } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import { messages } from '@/lib/messages/messages'
import { operation } from '@/lib/operations/operation'
import { authorize } from '@/lib/policy/policy'
import { publish } from '@/lib/publishing/publish'
import { type Both, bothNow, demandUnmerged } from './both'
import { mergeSchema } from './schema'

/**
 * Merges an entry into another of its kind that says the same: the other gets what only this one knows, in a version of
 * its own, and a job puts it in the place of this one wherever that is named; then this one is deleted, and its address
 * leads to the other. Its versions stay readable. Refused at `into` where there is no such other, and where the actor
 * could not publish alone what the other would say.
 */
export const mergeEntry = operation({
  name: 'entry.merge',
  who: 'account',
  input: mergeSchema,
  audits: ['entry.merge'],
  announces: ['entry.merged'],
  idempotency: ({ key, ...body }) => ({ key, body: { merge: body } }),
  run: (context, { reason, ...asked }) =>
    conflictable(async () => {
      authorize(context.actor, 'delete')
      let both: Both | undefined
      const asTheyAre = async () => {
        both = await bothNow(asked)
        return both.requested
      }
      return applyChangeset({ context }, asTheyAre, async ({ tx, audited, happened, changed }, locked) => {
        if (!both) throw new Error('nothing was asked for')
        const { given, kept } = both
        const { actor } = locked
        for (const { subject } of locked.cases) authorize(actor, 'delete', subject)
        if (!mayPublishNow(locked))
          throw new RefusalError(refuse('not_allowed', codes().moderating.merge.notAlone))
        await demandUnmerged(tx, given.id, kept.id)
        await insertMerge(tx, { entryId: given.id, intoId: kept.id, byId: actor.id, reason })
        audited('entry.merge', { entryId: given.id, detail: { intoId: kept.id }, reason })
        happened({ name: 'entry.merged', entryId: given.id })
        enqueue(tx, 'finish-merges', {}, { key: MERGES_KEY })
        const gains = changedIn(locked)
        const { summary } = messages().moderating.merge
        const event =
          gains.length === 0
            ? await changed([tags.entry(kept.id), tags.entry(given.id)])
            : (
                await publish(tx, gains.map(publicationOf), {
                  author: { accountId: actor.id },
                  summary: summary(kindOf(given.kind).texts().numbered(given.number), reason),
                  isMinor: false,
                  via: 'edit',
                  isReviewed: true,
                })
              ).event
        return { event, path: entryPath(kept) }
      })
    }),
})
