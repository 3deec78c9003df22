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

/** Everything that somebody has put into a form. */
export interface Form<K extends ContentKind> {
  content: ContentOf[K]
  summary: string
  isMinor: boolean
  baseNumber: number | null
  target: Target
  newSources: NewSources
  /** Absent in drafts of before. */
  newPages?: NewPages
  /** Names of what was chosen here, so that a restored draft can show them. */
  names: Named[]
  /** What was chosen where this edit met another; absent in drafts of before. */
  settling?: Settling | null
  /** A save whose answer never came. */
  attempt: Attempt | null
}

export type SaveAction = (
  previous: ActionState<Saved, SaveRefusal>,
  form: FormData,
) => Promise<ActionState<Saved, SaveRefusal>>

type Phase = 'writing' | 'looking' | 'saving' | 'published' | { waiting: number }

/** Whether two forms say the same: how often they were sent, and names that were looked up, are no words. */
const sameWords = (one: object, other: object) => wordsIn(one) === wordsIn(other)
const wordsIn = (form: object) => JSON.stringify({ ...form, attempt: null, names: null })

const noFields: Record<string, string> = {}
const noPlaces: Place[] = []

/** Whether an editor marks a place itself. */
const isInEditor = ({ path: [field] }: Pick<Place, 'path'>) => RICH.has(field ?? '')
const RICH = new Set<string | number>(['body', 'lead', 'infobox', 'statement'])
const unreachable = (): Refusal => ({ ok: false, reason: 'failed', message: codes().editing.unreachable })

/**
 * Holds a form, keeps it in the browser while it is written, sends it once, and tells what became of it. `anchorOf` says
 * where on the page reading goes on.
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
  // A draft that was kept before forms knew what they are about.
  const target = form.target ?? fresh.target
  const [phase, setPhase] = useState<Phase>('writing')
  const [refusal, setRefusal] = useState<SaveRefusal | null>(null)
  /** The content that was refused: what is said of a field goes when the field says something else. */
  const [refused, setRefused] = useState<object>({})
  const [led, setLed] = useState<{ place: Place } | null>(null)
  const [preview, setPreview] = useState<Preview | null>(null)
  const [entered, setEntered] = useState<Entered | null>(null)
  const [asked, setAsked] = useState<'send' | 'look'>('send')
  const [isSettled, setIsSettled] = useState(false)
  const isSending = useRef(false)
  /** For whom the form was made; who was asked since, or has signed in by sending it, takes their place. */
  const writer = useRef(markOfAccount(editForm.accountId))

  const setContent = useCallback(
    (part: Partial<ContentOf[K]>) => change((now) => ({ ...now, content: { ...now.content, ...part } })),
    [change],
  )

  /** Sends what is written; `account` is the name and password of who has to sign in for it. */
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

  /** Remembers who has signed in by sending, and gives who has, now or before. */
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

  /** Does once more, as somebody else than who wrote it, what was asked about. */
  function goOnAs(mark: string) {
    writer.current = mark
    return asked === 'look' ? look() : send()
  }

  /** Goes on writing from a settled conflict, on top of what was published meanwhile. */
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

  /** Sends what was written all the same, by somebody who knows now how their submission stands. */
  function goOn({ now, newEdit }: OvertakenSave) {
    if (newEdit) return send(asNewEdit(kind, draft.now(), newEdit, [...start.sources, ...start.pages]))
    return send({ ...draft.now(), target: { ...target, amends: now } })
  }

  // Whoever is refused is led to the first place, or field, that has something to say.
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
    /** Does once more what could not be done without signing in. */
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

/** What a refusal says of the fields that have not been changed since; an editor's own is said until its places are mended. */
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
