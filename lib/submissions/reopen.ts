import { primary, type Tx } from '@/db/postgres/client'
import { applyChangeset } from '@/lib/changesets/apply'
import { ConflictError } from '@/lib/changesets/conflict'
import { requestedChangeOf } from '@/lib/changesets/parse'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { ownSchema } from '@/lib/submissions/own-schema'
import { nextRound } from './amend'
import { findOwn, lockOwn } from './own'

/**
 * Sends a submission of one's own again in the same words, as its next round: one that was taken back, or declined not
 * long ago. Published at once where the rules now let its author. Refuses what was decided or sent since the author
 * looked, and what does not fit today's texts any more: that takes an amendment.
 */
export const reopen = operation({
  name: 'submission.reopen',
  who: 'account',
  input: ownSchema,
  audits: ['submission.reopen'],
  announces: ['submission.reopened'],
  idempotency: ({ key, ...seen }) => ({ key, body: { reopen: seen } }),
  run: async (context, { key: _, ...seen }) => {
    const { actor } = context
    const requested = async () =>
      (await findOwn(primary(), actor, 'reopen', seen)).items.map(requestedChangeOf)
    const before = async (tx: Tx) => void (await lockOwn(tx, actor, 'reopen', seen))
    const written = applyChangeset({ context, bound: 'kept', before }, requested, async (writing, locked) => {
      const { submission } = await findOwn(writing.tx, locked.actor, 'reopen', seen)
      const { summary, isMinor } = submission
      writing.happened({ name: 'submission.reopened', submissionId: submission.id })
      return nextRound(writing, locked, 'reopen', seen, { summary, isMinor, via: 'edit' })
    })
    return written.catch((error) => {
      if (error instanceof ConflictError)
        throw new RefusalError(refuse('conflict', codes().writing.reopenConflict))
      throw error
    })
  },
})
