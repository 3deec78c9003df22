import { type EntryState, findEntryStates } from '@/db/entries/entry-states'
import type { Queryable } from '@/db/postgres/client'
import { findEntryHeads } from '@/db/publishing/publishing'
import { strictest } from '@/lib/changesets/policy-subjects'
import { kindOf, storedEntry } from '@/lib/kinds/registry'
import type { Subject } from '@/lib/policy/subject'

/**
 * An entry as the rules about talk need it: a fact is judged by the strictest protection of every page that it is about,
 * as an edit of it is. Null when there is no such entry.
 */
export async function talkSubject(db: Queryable, entryId: number): Promise<Subject | null> {
  const head = (await findEntryHeads(db, [entryId])).get(entryId)
  if (!head) return null
  const one = storedEntry(head.kind, head)
  const about = one ? kindOf(one.kind).about(one.content) : []
  const states = await findEntryStates(db, [...new Set([entryId, ...about])])
  const own = states.get(entryId)
  if (!own) return null
  return {
    kind: own.kind,
    isNew: false,
    isDeleted: own.deletedAt !== null,
    protection: strictest([...states.values()]),
    isMuchShown: false,
    isAboutLiving: isAboutLiving([...states.values()]),
    isPrivateLife: own.isPrivateLife,
  }
}

const isAboutLiving = (states: EntryState[]) => states.some((state) => state.isLivingPerson)
