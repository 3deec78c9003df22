import type { OpenConflict } from '@/components/conflicts/ConflictScreen'
import type { Attempt } from '@/components/forms/drafts/attempt'
import { isTemporary } from '@/lib/content/temporary-id'
import type { Preview } from '@/lib/editing/preview'
import type { Named } from '@/lib/entries/named'
import type { Refusal } from '@/lib/errors'
import type { Place } from '@/lib/errors/place'
import type { ContentKind } from '@/lib/kinds/registry'
import { codes } from '@/lib/messages/codes'
import { sentencesOf } from '@/lib/messages/message'
import type { ActionState, Entered } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { placeAlong } from '@/lib/submissions/along'
import type { NamedConflict, Saved, SaveRefusal } from '@/lib/submissions/save'

/** What can be asked of the server for what is written: to save it, or to show what saving would come to. */
type Asked = 'send' | 'look'

/** The state of an editing form, apart from the words in it. */
export interface EditingSession {
  phase: 'writing' | 'looking' | 'saving' | 'published' | { waiting: number }
  /** What was asked last. */
  asked: Asked
  refusal: SaveRefusal | null
  /** The refused content: a field's message disappears when the field changes. */
  refused: object
  /** The place in an editor that its author is led to. */
  led: { place: Place } | null
  preview: Preview | null
  /** Who has signed in, or up, by sending the form. */
  entered: Entered | null
  /** Whether a conflict was settled. */
  isSettled: boolean
}

export const freshSession: EditingSession = {
  phase: 'writing',
  asked: 'send',
  refusal: null,
  refused: {},
  led: null,
  preview: null,
  entered: null,
  isSettled: false,
}

export type EditingEvent =
  | { type: 'asked'; what: Asked }
  | { type: 'entered'; entered: Entered }
  | { type: 'saved'; saved: Saved }
  | { type: 'looked'; preview: Preview }
  /** `content` is what was sent. */
  | { type: 'refused'; refusal: SaveRefusal; content: object }
  | { type: 'led'; place: Place }
  | { type: 'previewClosed' }
  | { type: 'settled' }

/** The state after an event. */
export function nextSession(session: EditingSession, event: EditingEvent): EditingSession {
  switch (event.type) {
    case 'asked':
      return { ...session, phase: event.what === 'send' ? 'saving' : 'looking', asked: event.what }
    case 'entered':
      return { ...session, entered: event.entered }
    case 'saved': {
      const { saved } = event
      const phase = saved.outcome === 'waiting' ? { waiting: saved.submissionId } : 'published'
      return { ...session, phase, refusal: null }
    }
    case 'looked':
      return { ...session, phase: 'writing', refusal: null, preview: event.preview }
    case 'refused': {
      const { refusal, content } = event
      const first = refusal.places?.find(isInEditor)
      const led = first ? { place: first } : null
      return { ...session, phase: 'writing', preview: null, refusal, refused: content, led }
    }
    case 'led':
      return { ...session, led: { place: event.place } }
    case 'previewClosed':
      return { ...session, preview: null }
    case 'settled':
      return { ...session, refusal: null, isSettled: true }
  }
}

/** Why nothing was done: what the server answered, or that it did not answer. */
export const refusalIn = (answer: ActionState<object, SaveRefusal> | null): SaveRefusal =>
  answer?.state === 'refused' ? answer.refusal : unreachable()

const unreachable = (): Refusal => ({ ok: false, reason: 'failed', message: codes().editing.unreachable })

/** The form after a refusal: with the names that came along, and with a new key for the next save. */
export function formAfter<F extends { names: Named[]; attempt: Attempt | null }>(
  form: F,
  refusal: SaveRefusal,
): F {
  const names = 'names' in refusal ? [...refusal.names, ...form.names] : form.names
  // Without an answer the save may have happened: its key stays, so that sending again cannot save it twice.
  const attempt = refusal.reason === 'failed' ? form.attempt : null
  const isSame = names === form.names && attempt === form.attempt
  return isSame ? form : { ...form, names, attempt }
}

/** Where reading goes on after a save was published: at `anchor`, past the recovery code of a new account. */
export function pathAfter(path: string, anchor: string | undefined, sender: Entered | null): string {
  const there = anchor ? `${path}#${encodeURIComponent(anchor)}` : path
  return sender?.isNew ? paths.recoveryCode({ next: there }) : there
}

/** Whether an editor marks a place itself. */
const isInEditor = ({ path: [field] }: Pick<Place, 'path'>) => RICH.has(field ?? '')
const RICH = new Set<string | number>(['body', 'lead', 'infobox', 'statement'])

/** Whether the first place that has something to say is one that an editor leads to itself. */
export const isLedByEditor = (refusal: SaveRefusal): boolean => refusal.places?.some(isInEditor) ?? false

const noFields: Record<string, string> = {}

/**
 * The messages of a refusal for fields that have not changed since; an editor's own stays until its places are fixed.
 */
export function problemsOf(
  { refusal, refused }: Pick<EditingSession, 'refusal' | 'refused'>,
  now: object,
): Record<string, string> {
  if (!refusal?.fields) return noFields
  const isUnchanged = (field: string) => Reflect.get(refused, field) === Reflect.get(now, field)
  return sentencesOf(
    Object.fromEntries(
      Object.entries(refusal.fields).filter(([name]) => {
        const [field = ''] = name.split('.')
        return isUnchanged(field) || (isInEditor({ path: [field] }) && refusal.places !== undefined)
      }),
    ),
  )
}

/**
 * The conflict that a refusal carries, in the entry that the form is about; null when it carries none. What is new and
 * was sent by its place is named again as the form names it: `used` in their order.
 */
export function conflictOf<K extends ContentKind>(
  refusal: Refusal | null,
  used: number[],
): OpenConflict<K> | null {
  if (refusal?.reason !== 'conflict' || !('conflicts' in refusal)) return null
  const { conflicts, infobox } = refusal as NamedConflict
  const [first] = conflicts
  if (!first) return null
  const named = (value: unknown) =>
    typeof value === 'number' && isTemporary(value) ? (used[placeAlong(value)] ?? value) : value
  const asNamedHere = (key: string, value: unknown) => {
    if (key === 'categories' && Array.isArray(value)) return value.map(named)
    return key === 'source' ? named(value) : value
  }
  return { ...JSON.parse(JSON.stringify(first), asNamedHere), infobox } as OpenConflict<K>
}
