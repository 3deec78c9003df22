'use client'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { OpenConflict, Settling } from '@/components/conflicts/ConflictScreen'
import type { NewPages, NewSources } from '@/components/editor/citations/references'
import { type Attempt, attemptFor, newKey } from '@/components/forms/drafts/attempt'
import { useDraft } from '@/components/forms/drafts/use-draft'
import { announceSignIn } from '@/components/sessions/announce-sign-in'
import { isTemporary } from '@/lib/content/temporary-id'
import { previewEdit } from '@/lib/editing/actions'
import type { Preview } from '@/lib/editing/preview'
import type { Named } from '@/lib/entries/named'
import type { Refusal } from '@/lib/errors'
import type { Place } from '@/lib/errors/place'
import type { ContentKind, ContentOf } from '@/lib/kinds/registry'
import type { WrittenKind } from '@/lib/kinds/written/written-kind'
import { codes } from '@/lib/messages/codes'
import { sentencesOf } from '@/lib/messages/message'
import type { ActionState, Entered } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import { markOfAccount } from '@/lib/sessions/written-as'
import { idAlong, placeAlong } from '@/lib/submissions/along'
import type { EditFormData } from '@/lib/submissions/load'
import type { NamedConflict, OvertakenSave, Saved, SaveRefusal } from '@/lib/submissions/save'
import { dataOf, requestOf } from './request'
import { asNewEdit, type Target } from './target'

/** The whole content of a form. */
export interface Form<K extends ContentKind> {
  content: ContentOf[K]
  summary: string
  isMinor: boolean
  baseNumber: number | null
  target: Target
  newSources: NewSources
  /** Absent in drafts of before. */
  newPages?: NewPages
  /** Labels of chosen entries, so that a restored draft can show them. */
  names: Named[]
  /** Choices in a conflict; absent in drafts of before. */
  settling?: Settling | null
  /** A save whose answer never came. */
  attempt: Attempt | null
}

export type SaveAction = (
  previous: ActionState<Saved, SaveRefusal>,
  form: FormData,
) => Promise<ActionState<Saved, SaveRefusal>>

type Phase = 'writing' | 'looking' | 'saving' | 'published' | { waiting: number }

/** Whether two forms have the same content: attempts, and labels that were looked up, do not count. */
const sameWords = (one: object, other: object) => wordsIn(one) === wordsIn(other)
const wordsIn = (form: object) => JSON.stringify({ ...form, attempt: null, names: null })

const noFields: Record<string, string> = {}
const noPlaces: Place[] = []

/** Whether an editor marks a place itself. */
const isInEditor = ({ path: [field] }: Pick<Place, 'path'>) => RICH.has(field ?? '')
const RICH = new Set<string | number>(['body', 'lead', 'infobox', 'statement'])
const unreachable = (): Refusal => ({ ok: false, reason: 'failed', message: codes().editing.unreachable })

/**
 * Holds a form's content, stores its draft, sends it once, and gives the result. `anchorOf` gives the anchor to return
 * to on the page.
 */
export function useEditing<K extends ContentKind>(
  kind: WrittenKind<K>,
  editForm: EditFormData<K>,
  what: string,
  save: SaveAction,
  anchorOf: (content: ContentOf[K]) => string | undefined = () => undefined,
) {
  const { start } = editForm
  const fresh: Form<K> = {
    content: editForm.content,
    summary: start.summary,
    isMinor: start.isMinor,
    baseNumber: editForm.baseNumber,
    target: { entryId: editForm.entryId, baseRoundId: start.baseRoundId, amends: start.amends },
    newSources: Object.fromEntries(start.sources.map((source, place) => [idAlong(place), source])),
    newPages: Object.fromEntries(
      start.pages.map((page, place) => [idAlong(start.sources.length + place), page]),
    ),
    names: [],
    attempt: null,
  }
  const draft = useDraft(editForm.accountId, start.draftOf ?? what, fresh, sameWords)
  const { form, change } = draft
  // A draft from before forms stored what they are about.
  const target = form.target ?? fresh.target
  const [phase, setPhase] = useState<Phase>('writing')
  const [refusal, setRefusal] = useState<SaveRefusal | null>(null)
  /** The refused content: a field's message disappears when the field changes. */
  const [refused, setRefused] = useState<object>({})
  const [led, setLed] = useState<{ place: Place } | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [entered, setEntered] = useState<Entered | null>(null)
  const [asked, setAsked] = useState<'send' | 'look'>('send')
  const [isSettled, setIsSettled] = useState(false)
  const isSending = useRef(false)
  /** The account that the form was made for; replaced by the one that confirmed, or signed in by sending. */
  const writer = useRef(markOfAccount(editForm.accountId))

  const setContent = useCallback(
    (part: Partial<ContentOf[K]>) => change((now) => ({ ...now, content: { ...now.content, ...part } })),
    [change],
  )

  /** Sends the form; `account` is the name and password for signing in with it. */
  async function send(sent: Form<K> = draft.now(), account?: FormData) {
    if (isSending.current) return
    isSending.current = true
    setPhase('saving')
    setAsked('send')
    const body = requestOf(kind, sent.target ?? target, sent)
    const attempt = attemptFor(body, sent.attempt)
    change((now) => ({ ...now, attempt }))
    draft.keepNow({ ...sent, attempt })
    const data = dataOf(body, { key: attempt.key }, writer.current, account)
    const answer = await save({ state: 'idle' }, data).catch(() => null)
    isSending.current = false
    settle(answer, sent.content, noteEntered(answer))
  }

  /** Records who has signed in by sending, and gives the current writer. */
  function noteEntered(answer: ActionState<object, SaveRefusal> | null): Entered | null {
    if (!answer || !('entered' in answer) || !answer.entered) return entered
    writer.current = answer.entered.mark
    setEntered(answer.entered)
    announceSignIn()
    return answer.entered
  }

  function settle(
    answer: ActionState<Saved, SaveRefusal> | null,
    content: ContentOf[K],
    sender: Entered | null,
  ) {
    if (answer?.state === 'ok') {
      draft.forget()
      setRefusal(null)
      if (answer.outcome === 'waiting') return setPhase({ waiting: answer.submissionId })
      setPhase('published')
      const anchor = anchorOf(content)
      const path = anchor ? `${answer.path}#${encodeURIComponent(anchor)}` : answer.path
      return window.location.assign(sender?.isNew ? paths.recoveryCode({ next: path }) : path)
    }
    beRefused(answer)
  }

  function beRefused(answer: ActionState<object, SaveRefusal> | null) {
    setPhase('writing')
    setPreview(null)
    // Without an answer the save may have happened: its key stays, so that sending again cannot save it twice.
    if (answer?.state !== 'refused') return setRefusal(unreachable())
    const { refusal: why } = answer
    if ('names' in why) change((now) => ({ ...now, names: [...why.names, ...now.names] }))
    if (why.reason !== 'failed') change((now) => ({ ...now, attempt: null }))
    setRefusal(answer.refusal)
    setRefused(form.content)
    const first = why.places?.find(isInEditor)
    setLed(first ? { place: first } : null)
  }

  /** Looks at what saving would come to; what stands in its way is answered as a save would answer it. */
  async function look(account?: FormData) {
    if (isSending.current) return
    isSending.current = true
    setPhase('looking')
    setAsked('look')
    const data = dataOf(
      requestOf(kind, target, draft.now()),
      { key: newKey(), kind: kind.name },
      writer.current,
      account,
    )
    const answer = await previewEdit({ state: 'idle' }, data).catch(() => null)
    isSending.current = false
    noteEntered(answer)
    if (answer?.state !== 'ok') return beRefused(answer)
    setPhase('writing')
    setRefusal(null)
    setPreview(answer.preview)
  }

  /** Repeats the refused request as another account than the writer's. */
  function goOnAs(mark: string) {
    writer.current = mark
    return asked === 'look' ? look() : send()
  }

  /** Continues with a resolved conflict, based on what was published meanwhile. */
  function resolve(content: ContentOf[K], baseNumber: number) {
    setRefusal(null)
    draft.replace({
      ...draft.now(),
      content,
      baseNumber,
      target: { ...target, baseRoundId: null },
      settling: null,
      attempt: null,
    })
    setIsSettled(true)
  }

  /** Sends the form again, now that the author knows the state of their submission. */
  function goOn({ now, newEdit }: OvertakenSave) {
    if (newEdit) return send(asNewEdit(kind, draft.now(), newEdit, [...start.sources, ...start.pages]))
    return send({ ...draft.now(), target: { ...target, amends: now } })
  }

  // Moves the focus to the first place, or field, with a problem.
  useEffect(() => {
    if (!refusal || refusal.places?.some(isInEditor)) return
    const first = document.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-invalid] [contenteditable]',
    )
    const target = first ?? document.querySelector<HTMLElement>('[data-refusal]')
    target?.focus()
    target?.scrollIntoView({ block: 'center' })
  }, [refusal])

  const fields = useMemo(() => standing(refusal, refused, form.content), [refusal, refused, form.content])

  return {
    ...draft,
    setContent,
    send,
    look,
    /** Repeats the request that needed an account. */
    enter: (account: FormData) => (asked === 'look' ? look(account) : send(draft.now(), account)),
    goOnAs,
    asked,
    entered,
    preview,
    closePreview: () => setPreview(null),
    resolve,
    goOn,
    isSettled: isSettled && refusal === null,
    phase,
    refusal,
    fields,
    faults: { places: refusal?.places ?? noPlaces, asked: led },
    leadTo: (place: Place) => setLed({ place }),
  }
}

/**
 * The messages of a refusal for fields that have not changed since; an editor's own stays until its places are fixed.
 */
function standing(refusal: Refusal | null, sent: object, now: object): Record<string, string> {
  if (!refusal?.fields) return noFields
  const isUnchanged = (field: string) => Reflect.get(sent, field) === Reflect.get(now, field)
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
 * was sent by its place is named again as the form names them: `used` in their order.
 */
export function conflictOf<K extends ContentKind>(
  refusal: Refusal | null,
  used: number[],
): OpenConflict<K> | null {
  if (refusal?.reason !== 'conflict' || !('conflicts' in refusal)) return null
  const [first] = (refusal as NamedConflict).conflicts
  if (!first) return null
  const named = (value: unknown) =>
    typeof value === 'number' && isTemporary(value) ? (used[placeAlong(value)] ?? value) : value
  const asNamedHere = (key: string, value: unknown) => {
    if (key === 'categories' && Array.isArray(value)) return value.map(named)
    return key === 'source' ? named(value) : value
  }
  return JSON.parse(JSON.stringify(first), asNamedHere) as OpenConflict<K>
}
