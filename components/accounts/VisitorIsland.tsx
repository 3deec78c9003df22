'use client'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { ENTERED } from '@/components/sessions/announce-sign-in'
import type { Me } from '@/lib/accounts/me'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'

type SignedIn = Extract<Me, { signedIn: true }>

const hasHint = () => /(?:^|; )loreleaf_hint=1(?:;|$)/.test(document.cookie)

/** On an account's page, also asks what the reader may do to that account. */
const personAsked = () => document.querySelector<HTMLElement>('[data-person]')?.dataset.person

/** Fetches who is reading, only when the hint cookie is set; null for a visitor and until the answer has come. */
function useMe(): SignedIn | null {
  const [me, setMe] = useState<SignedIn | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    const ask = async () => {
      if (!hasHint()) return setMe(null)
      try {
        const address = paths.me({ person: personAsked() })
        const answer: Me = await (await fetch(address, { signal: leaving.signal })).json()
        setMe(answer.signedIn ? answer : null)
      } catch {
        // Navigated away, or offline: the page stays as everybody sees it.
      }
    }
    // A page restored from the back/forward cache may be from before signing in or out.
    const returned = (event: PageTransitionEvent) => event.persisted && void ask()
    window.addEventListener('pageshow', returned)
    window.addEventListener(ENTERED, ask)
    void ask()
    return () => {
      leaving.abort()
      window.removeEventListener('pageshow', returned)
      window.removeEventListener(ENTERED, ask)
    }
  }, [])
  return me
}

/** Sets attributes on the page so that CSS shows what is meant for this reader: `data-for` names for whom. */
function showPersonalParts(me: SignedIn | null) {
  const may = [me?.canWrite && 'write', me?.canModerate && 'moderate', ...(me?.person?.acts ?? [])]
  document.documentElement.dataset.may = may.filter(Boolean).join(' ')
}

/** The reader's own open edit of this page, unless they closed the note about it. */
function ownEditHere(me: SignedIn) {
  const here = Number(document.querySelector<HTMLElement>('[data-entry]')?.dataset.entry)
  return me.ownEdits.find(({ entryId }) => entryId === here)
}

const turnsOf = ({ own }: SignedIn) => own.changesRequested + own.declined

/**
 * The reader's corner of the header on a shared page. Until the answer comes it is the sign-in link that everybody
 * gets, in a box of fixed width, so nothing moves. A page names its entry with `data-entry="ID"` and marks what only
 * some may see with `data-for`.
 */
export function VisitorIsland() {
  const me = useMe()
  useEffect(() => showPersonalParts(me), [me])
  return (
    <div className="visitor">
      {me ? <Corner me={me} /> : <SignInLink />}
      {me && <Notes me={me} />}
      {me?.person?.standing && <Standing words={me.person.standing} />}
      {me && turnsOf(me) > 0 && <BottomBarBadge me={me} />}
    </div>
  )
}

/**
 * Notes for this reader, one at a time, until closed. Rendered beside the header, whose stacking context would clip
 * them.
 */
function Notes({ me }: { me: SignedIn }) {
  const { visitor: texts } = messages()
  const [isClosed, setClosed] = useState(false)
  const edit = ownEditHere(me)
  if (isClosed || !(me.blockNote || edit)) return null
  const [words, see] = edit ? texts.here[edit.state] : []
  return createPortal(
    <div className="visitor-note" role="status">
      <p>{me.blockNote ?? words}</p>
      {!me.blockNote && edit && <a href={paths.submission(edit.submissionId)}>{see}</a>}
      <button type="button" onClick={() => setClosed(true)}>
        {texts.close}
      </button>
    </div>,
    document.body,
  )
}

function SignInLink() {
  const comeBack = (event: React.MouseEvent<HTMLAnchorElement>) => {
    event.currentTarget.href = paths.signIn({ next: location.pathname + location.search })
  }
  return (
    <a href={paths.signIn()} onClick={comeBack}>
      {messages().visitor.signIn}
    </a>
  )
}

function Corner({ me }: { me: SignedIn }) {
  const { visitor: texts } = messages()
  const initials = [...me.name].slice(0, 2).join('').toUpperCase()
  return (
    <>
      {me.reports && <Reports {...me.reports} />}
      {me.canModerate && (
        <a href={paths.review()} aria-label={texts.toReview(me.waitingCount ?? 0)}>
          {texts.review} {me.waitingCount ? <b>{messages().upTo(me.waitingCount)}</b> : null}
        </a>
      )}
      <OwnWork me={me} />
      <a href={paths.account()} className="visitor-name" aria-label={texts.account(me.name)} title={me.name}>
        <span className="face" aria-hidden="true">
          {initials}
        </span>
        <span className="name">{me.name}</span>
      </a>
    </>
  )
}

/** The reader's own submissions: those that need them, or else those that wait for review. */
function OwnWork({ me }: { me: SignedIn }) {
  const { visitor: texts } = messages()
  const { own } = me
  const turns = turnsOf(me)
  if (turns > 0)
    return (
      <a href={paths.submissions()} aria-label={texts.yourTurnCount(own)}>
        {texts.yourTurn} <b className="is-turn">{turns}</b>
      </a>
    )
  if (own.waiting === 0) return null
  return (
    <a href={paths.submissions()} aria-label={texts.waitingCount(own.waiting)}>
      {texts.waiting} <b>{own.waiting}</b>
    </a>
  )
}

/** On a phone the corner has room for the icon only, so the count is shown at the account in the bottom bar. */
function BottomBarBadge({ me }: { me: SignedIn }) {
  const place = document.querySelector('[data-own-turn]')
  if (!place) return null
  return createPortal(
    <b className="thumb-badge">
      <span aria-hidden="true">{turnsOf(me)}</span>
      <span className="sr-only"> · {messages().visitor.yourTurnCount(me.own)}</span>
    </b>,
    place,
  )
}

/** On a blocked account's page, for those who may lift the block: by whom, until when and why. */
function Standing({ words }: { words: string }) {
  const place = document.querySelector('[data-standing]')
  return place && createPortal(<span className="note">{words}</span>, place)
}

function Reports({ open, urgent }: { open: number; urgent: number }) {
  const { visitor: texts } = messages()
  return (
    <a href={paths.moderation()} aria-label={texts.reports(open, urgent)}>
      {texts.moderate} {open > 0 && <b className={urgent > 0 ? 'is-urgent' : undefined}>{open}</b>}
    </a>
  )
}
