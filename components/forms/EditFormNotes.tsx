'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import { EnteredNote } from '@/components/sessions/EnteredNote'
import { Refused } from '@/components/ui/Refused'
import type { Refusal } from '@/lib/errors'
import type { Place } from '@/lib/errors/place'
import { isSameMessage, sentenceOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import type { Entered } from '@/lib/operations/form'
import { paths } from '@/lib/routes'
import type { Prospect } from '@/lib/submissions/outcome'

/** Says before anything is typed what would prevent saving. */
export function ProspectNote({ prospect }: { prospect: Prospect }) {
  if (prospect.kind !== 'refused') return null
  return (
    <p className="note" role="note">
      {prospect.isSignedIn ? prospect.reason : messages().entering.writeFirst}
    </p>
  )
}

interface RefusalNoteProps {
  refusal: Refusal | null
  /** The account that signed in by sending what was refused. */
  entered: Entered | null
  onRetry: () => void
  /** Sends it as another account than its writer's. */
  onSendAs: (mark: string) => void
  /** Scrolls to a place in the text. */
  onPlace: (place: Place) => void
  /** Another way to continue. */
  children?: ReactNode
}

/** Why a save was refused, and what to do; the sentences at the fields say where. */
export function RefusalNote({ refusal, entered, onRetry, onSendAs, onPlace, children }: RefusalNoteProps) {
  const { editing } = messages()
  if (!refusal) return null
  // A sentence shown at a field is not repeated.
  const isSaidAtField = Object.values(refusal.fields ?? {}).some((one) => isSameMessage(one, refusal.message))
  const places = refusal.places?.filter(({ path: [field] }) => field === 'body' || field === 'lead') ?? []
  const inside = Object.entries(refusal.fields ?? {}).filter(([name]) => name.startsWith('sources.'))
  return (
    <Refused
      refusal={refusal}
      sentence={isSaidAtField ? editing.save.seeFields : undefined}
      onSendAs={onSendAs}
    >
      <EnteredNote entered={entered} next={null} />
      {places.length > 0 && (
        <ul className="refused-places">
          {places.map((place) => (
            <li key={place.path.join('.')}>
              <button type="button" onClick={() => onPlace(place)}>
                {editing.save.toPlace}
              </button>{' '}
              {sentenceOf(place.message)}
            </li>
          ))}
        </ul>
      )}
      {inside.length > 0 && (
        <ul>
          {inside.map(([name, message]) => (
            <li key={name}>
              {editing.citation.newSourceLabel}: {sentenceOf(message)}
            </li>
          ))}
        </ul>
      )}
      {refusal.reason === 'failed' && (
        <button type="button" onClick={onRetry}>
          {editing.save.again}
        </button>
      )}
      {children}
    </Refused>
  )
}

/** After resolving a conflict: the form holds both edits, and is not saved yet. */
export function SettledNote({ isSettled }: { isSettled: boolean }) {
  const note = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (isSettled) note.current?.focus()
  }, [isSettled])
  if (!isSettled) return null
  return (
    <p ref={note} className="note" role="status" tabIndex={-1}>
      {messages().saving.conflict.settled}
    </p>
  )
}

interface WaitingScreenProps {
  submissionId: number
  entered: Entered | null
  backTo: string
}

/** The screen for an edit that waits for review: it has arrived, and where to follow it. */
export function WaitingScreen({ submissionId, entered, backTo }: WaitingScreenProps) {
  const { editing } = messages()
  return (
    <div className="waiting-screen" role="status">
      <p className="fleuron" aria-hidden>
        ❧
      </p>
      <h2>{editing.save.waitingTitle}</h2>
      <p>{editing.save.waiting}</p>
      <EnteredNote entered={entered} next={paths.submission(submissionId)} />
      <p>
        <a className="btn yes" href={paths.submission(submissionId)}>
          {editing.save.waitingLink(submissionId)}
        </a>{' '}
        <a className="btn" href={backTo}>
          {editing.save.back}
        </a>
      </p>
    </div>
  )
}
