import { z } from 'zod'
import { findWholeEntry, setDeletion } from '@/db/entries/entries'
import { findErasedVersions } from '@/db/files/erased-elsewhere'
import { lockEntries } from '@/db/publishing/publishing'
import { removeSearchRow } from '@/db/search/search-rows'
import { lockSubmissionsTouching } from '@/db/withholding/erasing'
import { insertWithholdings } from '@/db/withholding/withholdings'
import { RefusalError, refuse } from '@/lib/errors'
import { postedId } from '@/lib/input/numbers'
import { codes } from '@/lib/messages/codes'
import { messages } from '@/lib/messages/messages'
import { followPresence } from '@/lib/moderation/follow-presence'
import { operation } from '@/lib/operations/operation'
import { isSystem } from '@/lib/policy/rank'
import { eraseRange } from './erase-range'
import { announceWithheld } from './withhold'

/**
 * Erases the versions of a file whose picture was erased before the wiki was restored from an older backup, as a moderator
 * would erase them: a file that shows such a picture now is deleted first. Only the account
 * of the wiki itself may. Does nothing where nothing is left to be erased.
 */
export const eraseAgain = operation({
  name: 'entry.erase-again',
  who: 'account',
  input: z.object({ entryId: postedId }),
  audits: ['entry.erase', 'entry.delete', 'submission.decline'],
  announces: ['entry.erased', 'entry.deleted', 'submission.declined'],
  run: ({ actor, commit }, { entryId }) =>
    commit(async (writing) => {
      const { tx, audited, happened, changed } = writing
      if (!isSystem(actor)) throw new RefusalError(refuse('not_found', codes().moderating.notFound))
      await lockSubmissionsTouching(tx, entryId)
      await lockEntries(tx, [entryId])
      const entry = await findWholeEntry(tx, entryId)
      if (!entry) throw new RefusalError(refuse('not_found', codes().moderating.notFound))
      const versions = await findErasedVersions(tx, entryId)
      const reason = messages().withholding.erasedBefore
      const also: string[] = []
      const isShown = versions.some(({ number }) => number === entry.headNumber)
      if (isShown && !entry.deletedAt) {
        await setDeletion(tx, entryId, { byId: actor.id, reason })
        await removeSearchRow(tx, entryId)
        audited('entry.delete', { entryId, reason })
        happened({ name: 'entry.deleted', entryId })
        also.push(...(await followPresence(tx, entry)))
      }
      const ranges = rangesOf(versions)
      for (const range of ranges) {
        const parts = ['text' as const]
        const { from, to } = range
        const row = { entryId, fromNumber: from, toNumber: to, strength: 'erased' as const, reason }
        await insertWithholdings(tx, parts, { ...row, byId: actor.id })
        const wanted = { ...range, entryId, parts, strength: 'erased' as const, reason, words: null }
        also.push(...(await eraseRange(writing, actor, entry, wanted)))
        audited('entry.erase', { entryId, detail: { ...range, parts }, reason })
      }
      if (ranges.length > 0) happened({ name: 'entry.erased', entryId })
      const whole = { from: 1, to: entry.headNumber }
      return { event: await announceWithheld({ tx, changed }, entryId, whole, also) }
    }),
})

/** Their numbers in unbroken ranges. */
function rangesOf(versions: { number: number }[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = []
  for (const { number } of versions) {
    const last = ranges.at(-1)
    if (last?.to === number - 1) last.to = number
    else ranges.push({ from: number, to: number })
  }
  return ranges
}
