'use client'
import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Me } from '@/lib/accounts/me'
import { upTo } from '@/lib/texts/en/up-to'
import { visitor as texts } from '@/lib/texts/en/visitor'
import { ENTERED } from './tell-entered'

type SignedIn = Extract<Me, { signedIn: true }>

const hasHint = () => /(?:^|; )loreleaf_hint=1(?:;|$)/.test(document.cookie)

/** Asks who is reading, only when the hint is there; gives null for a visitor and while the answer is under way. */
function useMe(): SignedIn | null {
  const [me, setMe] = useState<SignedIn | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    const ask = async () => {
      if (!hasHint()) return setMe(null)
      try {
        const answer: Me = await (await fetch('/api/me', { signal: leaving.signal })).json()
        setMe(answer.signedIn ? answer : null)
      } catch {
        // Left, or offline: the page stays as everybody sees it.
      }
    }
    // A page that comes back from the browser's memory may be of before signing in or out.
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

/** What the page may show by style alone: `data-for` names who it is there for. */
function tellPage(me: SignedIn | null) {
  const may = [me?.canWrite && 'write', me?.canModerate && 'moderate', me?.canAppoint && 'appoint'].filter(
    Boolean,
  )
  document.documentElement.dataset.may = may.join(' ')
}

/** The reader's own edit of this page that waits, by its number. */
function waitingHere(me: SignedIn): number | undefined {
  const here = Number(document.querySelector<HTMLElement>('[data-entry]')?.dataset.entry)
  return me.waitingEntries.find(({ entryId }) => entryId === here)?.submissionId
}

/**
 * The reader's own corner of a shared page, for the header. Until it knows better it is the sign-in link that everybody
 * gets, in a box of fixed width, so nothing moves. A page names its entry with `data-entry="ID"` and marks what is only
 * for some with `data-for`.
 */
export function VisitorIsland() {
  const me = useMe()
  useEffect(() => tellPage(me), [me])
  return (
    <div className="visitor">
      {me ? <Corner me={me} /> : <SignInLink />}
      {me && <Notes me={me} />}
    </div>
  )
}

/** What this reader has to know here, one at a time, until it is closed. Beside the header, which would hold it in. */
function Notes({ me }: { me: SignedIn }) {
  const [isClosed, setClosed] = useState(false)
  const waiting = waitingHere(me)
  if (isClosed || !(me.blockNote || waiting)) return null
  return createPortal(
    <div className="visitor-note" role="status">
      <p>{me.blockNote ?? texts.waitingHere}</p>
      {!me.blockNote && <a href={`/submissions/${waiting}`}>{texts.seeIt}</a>}
      <button type="button" onClick={() => setClosed(true)}>
        {texts.close}
      </button>
    </div>,
    document.body,
  )
}

function SignInLink() {
  const comeBack = (event: React.MouseEvent<HTMLAnchorElement>) => {
    event.currentTarget.search = `?next=${encodeURIComponent(location.pathname + location.search)}`
  }
  return (
    <a href="/sign-in" onClick={comeBack}>
      {texts.signIn}
    </a>
  )
}

function Corner({ me }: { me: SignedIn }) {
  const initials = [...me.name].slice(0, 2).join('').toUpperCase()
  return (
    <>
      {me.reports && <Reports {...me.reports} />}
      {me.canModerate && (
        <a href="/review" aria-label={texts.toReview(me.waitingCount ?? 0)}>
          {texts.review} {me.waitingCount ? <b>{upTo(me.waitingCount)}</b> : null}
        </a>
      )}
      {me.submissionsWaiting > 0 && (
        <a href="/submissions" aria-label={texts.waitingCount(me.submissionsWaiting)}>
          {texts.waiting} <b>{me.submissionsWaiting}</b>
        </a>
      )}
      <a href="/account" className="visitor-name" aria-label={texts.account(me.name)} title={me.name}>
        <span className="face" aria-hidden="true">
          {initials}
        </span>
        <span className="name">{me.name}</span>
      </a>
    </>
  )
}

function Reports({ open, urgent }: { open: number; urgent: number }) {
  return (
    <a href="/moderation" aria-label={texts.reports(open, urgent)}>
      {texts.moderate} {open > 0 && <b className={urgent > 0 ? 'is-urgent' : undefined}>{open}</b>}
    </a>
  )
}
