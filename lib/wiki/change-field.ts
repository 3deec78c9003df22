import { takePublishLock } from '@/db/postgres/locks'
import { findInfoboxField, updateInfoboxField } from '@/db/wiki/page-kinds'
import { tags } from '@/lib/cache/tags'
import { RefusalError, refuse } from '@/lib/errors'
import { infoboxRelation } from '@/lib/kinds/relation-fields'
import { codes } from '@/lib/messages/codes'
import { operation } from '@/lib/operations/operation'
import { actorNow } from '@/lib/policy/actor-now'
import { authorize } from '@/lib/policy/policy'
import { queueField } from '@/lib/publishing/catch-up-fields'
import { isSame } from '@/lib/text/canonical'
import { changeFieldSchema } from './field-schema'

/**
 * Changes an infobox field of a kind of pages: its label, type, unit, whether it must be filled in and is offered, help,
 * section, and how the other end is labelled. No text is changed: with another type or unit, relations and typed values
 * are derived anew by a job, and whatever is published from now on is read by the new type. Refused when there is no
 * such field, and when it is so already.
 */
export const changeField = operation({
  name: 'field.change',
  who: 'account',
  input: changeFieldSchema,
  audits: ['field.change'],
  run: ({ actor: by, commit }, { kind, key, reason, ...given }) =>
    commit(async ({ tx, audited, changed }) => {
      authorize(by, 'changeKinds')
      // Publishing reads the types under this lock, so that no row of the former type is written after this.
      await takePublishLock(tx)
      authorize(await actorNow(tx, by.id), 'changeKinds')
      const before = await findInfoboxField(tx, kind, key)
      if (!before) throw new RefusalError(refuse('not_found', codes().wiki.field.missing))
      const after = { ...before, ...withoutUndefined(given) }
      if (isSame(before, after)) throw new RefusalError(refuse('no_change', codes().wiki.field.same))
      await updateInfoboxField(tx, after)
      if (before.type !== after.type || before.unit !== after.unit) await queueField(tx, kind, key)
      audited('field.change', { detail: { field: infoboxRelation(kind, key), ...given }, reason })
      return { event: await changed([tags.settings]) }
    }),
})

const withoutUndefined = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
