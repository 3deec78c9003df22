import { findRevisionTexts } from '@/db/revisions/revisions'
import { insertThanks } from '@/db/revisions/thanks'
import { hasPublished } from '@/db/talk/comments'
import { RefusalError, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize, readScopeOf } from '@/lib/policy/policy'
import { thanksLimits } from '@/lib/rate-limit/limits'
import { withinLimits } from '@/lib/rate-limit/within-limits'
import { lineOf } from '../line'
import { authorIdOf } from './author-id'
import { thankSchema } from './schema'

/**
 * Thanks somebody for a published edit. Doing it again changes nothing. Refused for one's own edits, for those whose
 * author is hidden or of another wiki, and for who has had no edit published.
 */
export const thank = operation({
  name: 'revision.thank',
  who: 'account',
  input: thankSchema,
  audits: { nothing: 'it is between two people' },
  announces: ['entry.thanked'],
  run: async ({ actor: by, commit }, { revisionId }) => {
    const tooMany = await withinLimits(thanksLimits(by.id))
    if (tooMany) return tooMany
    return commit(async ({ tx, happened }) => {
      const actor = await actorNow(tx, by.id)
      const [row] = await findRevisionTexts(tx, readScopeOf(actor), [revisionId])
      if (!row) throw new RefusalError(refuse('not_found', codes().thanks.notFound))
      const authorId = authorIdOf(lineOf(row))
      if (authorId === actor.id) throw new RefusalError(refuse('not_allowed', codes().thanks.own))
      if (authorId === null) throw new RefusalError(refuse('not_allowed', codes().thanks.nobody))
      authorize(actor, 'thank', { authorId, hasPublished: await hasPublished(tx, actor.id) })
      const isFirst = await insertThanks(tx, { revisionId, byId: actor.id })
      if (isFirst) happened({ name: 'entry.thanked', entryId: row.entryId, revisionId })
      return {}
    })
  },
})
