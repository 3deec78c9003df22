import { save } from '@/lib/editing/save'
import type { SaveInput } from '@/lib/editing/schema'
import type { Origin } from '@/lib/origin'
import type { AccountActor } from '@/lib/policy/actor'

/** Makes a page (`entryId` null) or changes one; answers as `save` does. */
export const editPage = (actor: AccountActor, input: SaveInput, origin: Origin) =>
  save('page', actor, input, origin)
