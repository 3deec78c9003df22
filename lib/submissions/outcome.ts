import type { Reads } from '@/db/postgres/client'
import { evaluate } from '@/lib/changesets/evaluate'
import type { ContentKind } from '@/lib/kinds/registry'
import { type AnyContent, contentOf } from '@/lib/kinds/registry'
import { sentenceOf } from '@/lib/messages/message'
import type { Actor } from '@/lib/policy/actor'
import { can } from '@/lib/policy/policy'
import { whyNot } from '@/lib/policy/refusals'
import { type ChangeClass, changeClasses, type Subject } from '@/lib/policy/subject'

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
  content: AnyContent
}

const changeTo = (touches: readonly ChangeClass[]) => ({
  touches: new Set(touches),
  clearsPrivateLife: false,
})

/** What a form's button says. */
export interface Prospects {
  prospect: Prospect
  /** The same, once the entry is marked as private life. */
  prospectIfPrivate: Prospect
}

/** Asks the rules about an entry as it stands and changes of each class, for what a form's button says. */
export async function prospectsOf(db: Reads, actor: Actor, opened: Opened): Promise<Prospects> {
  const change = changeTo(changeClasses)
  const entry = contentOf(opened.kind, opened.content)
  const before = opened.entryId === null ? null : entry.content
  const asked = [{ ...entry, position: 1, entryId: opened.entryId, headNumber: 0, before, change }]
  const [found] = (await evaluate(db, asked)).cases
  if (!found) throw new Error('one change is one case')
  const { subject } = found
  return {
    prospect: prospectOf(actor, subject),
    prospectIfPrivate: prospectOf(actor, { ...subject, isPrivateLife: true }),
  }
}

function prospectOf(actor: Actor, subject: Subject): Prospect {
  if (!can(actor, 'propose', subject)) {
    return {
      kind: 'refused',
      isSignedIn: actor.kind === 'account',
      reason: sentenceOf(whyNot(actor, 'propose').message),
    }
  }
  if (can(actor, 'publish', subject, changeTo(changeClasses))) return { kind: 'publish' }
  return can(actor, 'publish', subject, changeTo(['wording'])) ? { kind: 'wording' } : { kind: 'review' }
}
