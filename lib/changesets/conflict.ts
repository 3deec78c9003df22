import { type Refusal, refusable, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { ConflictError, type EntryConflict } from './prepare'

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
