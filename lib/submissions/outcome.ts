import type { Reads } from '@/db/postgres/client'
import { evaluate } from '@/lib/changesets/evaluate'
import type { ContentKind } from '@/lib/kinds/registry'
import { contentOf } from '@/lib/kinds/registry'
import { sentenceOf } from '@/lib/messages/message'
import type { Actor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { whyNot } from '@/lib/policy/refusals'
import { type ChangeClass, changeClasses } from '@/lib/policy/subject'

/** What will become of a save, as far as it is known before it is written. */
export type Prospect =
  /** Goes live at once. */
  | { kind: 'publish' }
  /** Wording goes live at once, the rest waits. */
  | { kind: 'wording' }
  | { kind: 'review' }
  /** Cannot be saved as things are: why, and what to do. */
  | { kind: 'refused'; isSignedIn: boolean; reason: string }

interface Opened {
  kind: ContentKind
  entryId: number | null
  content: object
}

const changeTo = (touches: readonly ChangeClass[]) => ({
  touches: new Set(touches),
  clearsPrivateLife: false,
})

/** What a form's button says: asks the rules about an entry as it stands and changes of each class. */
export async function prospectOf(db: Reads, actor: Actor, opened: Opened): Promise<Prospect> {
  const change = changeTo(changeClasses)
  const entry = contentOf(opened.kind, opened.content)
  const before = opened.entryId === null ? null : entry.content
  const asked = [{ ...entry, position: 1, entryId: opened.entryId, headNumber: 0, before, change }]
  const [found] = (await evaluate(db, asked)).cases
  if (!found || !can(actor, 'propose', found.subject)) {
    return {
      kind: 'refused',
      isSignedIn: actor.kind === 'account',
      reason: sentenceOf(whyNot(actor, 'propose').message),
    }
  }
  if (can(actor, 'publish', found.subject, change)) return { kind: 'publish' }
  return can(actor, 'publish', found.subject, changeTo(['wording']))
    ? { kind: 'wording' }
    : { kind: 'review' }
}
