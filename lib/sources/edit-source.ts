import { save } from '@/lib/editing/save'
import type { SaveInput } from '@/lib/editing/schema'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'

/** Adds a source (`entryId` null) or changes one; answers as `save` does. */
export const editSource = (actor: AccountActor, input: SaveInput, origin: Origin) =>
  save('source', actor, input, origin)
