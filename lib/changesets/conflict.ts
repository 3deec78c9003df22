import type { MergeConflict } from '@/lib/content/merge'
import { type Refusal, refusable, refuse } from '@/lib/errors'
import type { AnyContent, EntryContent } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'

/** One entry whose head and whose requested text changed the same thing: all three texts, and where they meet. */
export interface EntryConflict {
  entryId: number
  kind: EntryContent['kind']
  baseNumber: number
  headNumber: number
  base: AnyContent
  theirs: AnyContent
  yours: AnyContent
  /** What an author goes on with: everything that could be merged, and yours where it could not. */
  merged: AnyContent
  conflicts: MergeConflict[]
  /** The submission that it is based on, where that is not decided yet. */
  buildsOn: number | null
}

/** Thrown by a merge, with every entry in which the same thing was changed. */
export class ConflictError extends Error {
  constructor(readonly conflicts: EntryConflict[]) {
    super('the same passage was changed meanwhile')
  }
}

/** A refusal that carries every text, so that nothing typed is lost. */
export interface ConflictRefusal extends Refusal {
  reason: 'conflict'
  conflicts: EntryConflict[]
}

/** Runs a write; a refusal or a conflict thrown in it becomes its answer. */
export function conflictable<T>(work: () => Promise<T>): Promise<T | Refusal | ConflictRefusal> {
  return refusable(async () => {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error
      return {
        ...refuse('conflict', messageFor(error.conflicts)),
        reason: 'conflict' as const,
        conflicts: error.conflicts,
      }
    }
  })
}

/** Where an edit is based on one that is not decided yet, deciding that one is what helps. */
function messageFor(conflicts: EntryConflict[]): Message {
  const { writing } = codes()
  const first = conflicts.find((one) => one.buildsOn !== null)?.buildsOn
  return first ? writing.decideFirst(first) : writing.conflict
}
