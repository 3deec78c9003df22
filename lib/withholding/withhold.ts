import type { WholeEntry } from '@/db/entries/entries'
import { findPagesNamed } from '@/db/links/relations'
import type { Tx } from '@/db/postgres/client'
import { findAuthorIds } from '@/db/revisions/authors'
import { lockSubmissionsTouching } from '@/db/withholding/erasing'
import { findWithholdings, insertWithholdings } from '@/db/withholding/withholdings'
import { tags } from '@/lib/cache/tags'
import { lockEntry } from '@/lib/entries/lock-entry'
import { RefusalError, refuse } from '@/lib/errors'
import { enqueue } from '@/lib/jobs/enqueue'
import { FORGET_WORDS_KEY } from '@/lib/jobs/keys'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { operation } from '@/lib/operations/operation'
import type { Writing } from '@/lib/operations/writing'
import type { AccountActor } from '@/lib/policy/actor'
import { authorize } from '@/lib/policy/policy'
import { canEraseHead, eraseRange } from './erase-range'
import type { Range, Withholding } from './range'
import { withholdSchema } from './schema'
import { abilityFor, isAsStrong, strengths } from './strength'

const acts = { hidden: 'entry.hide', suppressed: 'entry.suppress', erased: 'entry.erase' } as const

/**
 * Withholds text, summary or author of a range of an entry's revisions: hidden (moderators still see it), suppressed
 * (owners only) or erased (destroyed, with its copies in submissions and records). It disappears everywhere with the
 * cache event. Refused with what to do instead where the text of the head would be withheld, unless it is erased
 * with all that was deleted, and when all of it is withheld as strongly already.
 */
export const withhold = operation({
  name: 'entry.withhold',
  who: 'account',
  input: withholdSchema,
  audits: ['entry.hide', 'entry.suppress', 'entry.erase', 'submission.decline'],
  announces: ['entry.hidden', 'entry.suppressed', 'entry.erased', 'submission.declined'],
  run: ({ actor: by, commit }, wanted) =>
    commit(async (writing) => {
      const { tx, audited, happened } = writing
      const { entryId, strength, reason, from, to } = wanted
      // The same lock order as deciding and amending: first the submissions, then the entry.
      if (strength === 'erased') await lockSubmissionsOn(tx, by, entryId)
      const { actor, entry } = await lockEntry(tx, by, abilityFor(strength), entryId)
      checkRange(entry, wanted)
      const parts = await notYetWithheld(tx, wanted)
      if (parts.length === 0) throw new RefusalError(refuse('already_decided', codes().withholding.already))
      const range = { entryId, fromNumber: from, toNumber: to, strength, reason, byId: actor.id }
      await insertWithholdings(tx, parts, range)
      const also = strength === 'erased' ? await eraseRange(writing, actor, entry, { ...wanted, parts }) : []
      // No word that only this text had stays among those that a slip is compared with.
      if (strength === 'erased') enqueue(tx, 'forget-words', {}, { key: FORGET_WORDS_KEY })
      audited(acts[strength], { entryId, detail: { from, to, parts }, reason })
      happened({ name: `entry.${strength}`, entryId })
      return { event: await announceWithheld(writing, entryId, wanted, also) }
    }),
})

async function lockSubmissionsOn(tx: Tx, by: AccountActor, entryId: number): Promise<void> {
  authorize(by, abilityFor('erased'))
  await lockSubmissionsTouching(tx, entryId)
}

/**
 * Announces to every gateway that revisions of an entry, and `also` what, have changed. Old bytes are not served again.
 */
export async function announceWithheld(
  { tx, changed }: Pick<Writing, 'tx' | 'changed'>,
  entryId: number,
  range: Range,
  also: string[] = [],
): Promise<number> {
  return changed([...(await tagsOfWithheld(tx, entryId, range)), ...also], { isWithholding: true })
}

/** The tags of what shows anything of a range of an entry's revisions. */
export async function tagsOfWithheld(tx: Tx, entryId: number, range: Range): Promise<string[]> {
  const authors = await findAuthorIds(tx, entryId, range)
  // Old versions of the pages that it named show it no longer, or again.
  const ends = await findPagesNamed(tx, [entryId], 'ever')
  return [
    tags.entry(entryId),
    tags.history(entryId),
    tags.recent,
    ...ends.map(tags.namedIn),
    ...authors.map(tags.contributions),
  ]
}

function checkRange(entry: WholeEntry, { from, to, parts, strength }: Withholding): void {
  const { headNumber } = entry
  if (to > headNumber || from > to) {
    const sentence = codes().withholding.noRange(headNumber)
    throw new RefusalError(refuse('invalid', sentence, { [from > to ? 'from' : 'to']: sentence }))
  }
  if (!parts.includes('text') || to < headNumber) return
  if (strength === 'erased' && canEraseHead(entry)) return
  const sentence = whyHeadStays(entry)
  throw new RefusalError(refuse('head_not_clean', sentence, { to: sentence }))
}

/** The parts that are not yet withheld as strongly in the whole range. */
async function notYetWithheld(tx: Tx, { entryId, from, to, parts, strength }: Withholding) {
  const standing = await findWithholdings(tx, entryId, strengths)
  return parts.filter(
    (part) =>
      !standing.some(
        (one) => one.part === part && one.from <= from && one.to >= to && isAsStrong(one.strength, strength),
      ),
  )
}

function whyHeadStays(entry: WholeEntry): Message {
  if (canEraseHead(entry)) return codes().withholding.hiddenByDeletion
  return entry.headNumber === 1 ? onlyVersionOf(entry.kind) : codes().withholding.headNotClean
}

/** A kind without its own sentence in the catalogue uses the general one. */
function onlyVersionOf(kind: string): Message {
  const known: Partial<Record<string, { onlyVersion: Message }>> = codes().kinds
  return known[kind]?.onlyVersion ?? codes().withholding.headNotClean
}
