'use client'
import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react'
import type { Settling } from '@/components/conflicts/ConflictScreen'
import type { NewPages, NewSources } from '@/components/editor/citations/references'
import { type Attempt, attemptFor, newKey } from '@/components/forms/drafts/attempt'
import { useDraft } from '@/components/forms/drafts/use-draft'
import { announceSignIn } from '@/components/sessions/announce-sign-in'
import { previewEdit } from '@/lib/editing/actions'
import type { Named } from '@/lib/entries/named'
import type { Place } from '@/lib/errors/place'
import type { ContentKind, ContentOf } from '@/lib/kinds/registry'
import type { WrittenKind } from '@/lib/kinds/written/written-kind'
import type { ActionState, Entered } from '@/lib/operations/form'
import { markOfAccount } from '@/lib/sessions/written-as'
import { idAlong } from '@/lib/submissions/along'
import type { EditFormData } from '@/lib/submissions/load'
import type { OvertakenSave, Saved, SaveRefusal } from '@/lib/submissions/save'
import {
  formAfter,
  freshSession,
  isLedByEditor,
  nextSession,
  pathAfter,
  problemsOf,
  refusalIn,
} from './editing-session'
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

/** Whether two forms have the same content: attempts, and labels that were looked up, do not count. */
const sameWords = (one: object, other: object) => wordsIn(one) === wordsIn(other)
const wordsIn = (form: object) => JSON.stringify({ ...form, attempt: null, names: null })

const noPlaces: Place[] = []

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
  const [session, tell] = useReducer(nextSession, freshSession)
  const { refusal, preview, asked, entered } = session
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
    tell({ type: 'asked', what: 'send' })
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
    tell({ type: 'entered', entered: answer.entered })
    announceSignIn()
    return answer.entered
  }

  function settle(
    answer: ActionState<Saved, SaveRefusal> | null,
    content: ContentOf[K],
    sender: Entered | null,
  ) {
    if (answer?.state !== 'ok') return beRefused(answer)
    draft.forget()
    tell({ type: 'saved', saved: answer })
    if (answer.outcome === 'published')
      window.location.assign(pathAfter(answer.path, anchorOf(content), sender))
  }

  function beRefused(answer: ActionState<object, SaveRefusal> | null) {
    const why = refusalIn(answer)
    change((now) => formAfter(now, why))
    tell({ type: 'refused', refusal: why, content: form.content })
  }

  /** Looks at what saving would come to; what stands in its way is answered as a save would answer it. */
  async function look(account?: FormData) {
    if (isSending.current) return
    isSending.current = true
    tell({ type: 'asked', what: 'look' })
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
    tell({ type: 'looked', preview: answer.preview })
  }

  /** Repeats the refused request as another account than the writer's. */
  function goOnAs(mark: string) {
    writer.current = mark
    return asked === 'look' ? look() : send()
  }

  /** Continues with a resolved conflict, based on what was published meanwhile. */
  function resolve(content: ContentOf[K], baseNumber: number) {
    draft.replace({
      ...draft.now(),
      content,
      baseNumber,
      target: { ...target, baseRoundId: null },
      settling: null,
      attempt: null,
    })
    tell({ type: 'settled' })
  }

  /** Sends the form again, now that the author knows the state of their submission. */
  function goOn({ now, newEdit }: OvertakenSave) {
    if (newEdit) return send(asNewEdit(kind, draft.now(), newEdit, [...start.sources, ...start.pages]))
    return send({ ...draft.now(), target: { ...target, amends: now } })
  }

  // Moves the focus to the first place, or field, with a problem.
  useEffect(() => {
    if (!refusal || isLedByEditor(refusal)) return
    const first = document.querySelector<HTMLElement>(
      '[aria-invalid="true"], [data-invalid] [contenteditable]',
    )
    const target = first ?? document.querySelector<HTMLElement>('[data-refusal]')
    target?.focus()
    target?.scrollIntoView({ block: 'center' })
  }, [refusal])

  const fields = useMemo(() => problemsOf(session, form.content), [session, form.content])

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
    closePreview: () => tell({ type: 'previewClosed' }),
    resolve,
    goOn,
    isSettled: session.isSettled && refusal === null,
    phase: session.phase,
    refusal,
    fields,
    faults: { places: refusal?.places ?? noPlaces, asked: session.led },
    leadTo: (place: Place) => tell({ type: 'led', place }),
  }
}
