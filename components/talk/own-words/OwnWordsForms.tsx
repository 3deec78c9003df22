'use client'
import { useActionState } from 'react'
import { DraftNotes } from '@/components/forms/drafts/DraftNotes'
import { usePlainSending } from '@/components/forms/plain/use-plain-sending'
import { ActionForm } from '@/components/ui/ActionForm'
import { LongField } from '@/components/ui/LongField'
import { ReasonField } from '@/components/ui/ReasonField'
import { Refused } from '@/components/ui/Refused'
import { useNavigateOnSuccess } from '@/components/ui/use-navigate-on-success'
import { WrittenAs } from '@/components/ui/WrittenAs'
import { sentencesOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import type { ActionState } from '@/lib/operations/form'
import {
  decideOwnWordsAction,
  sendOwnWordsAction,
  withdrawOwnWordsAction,
} from '@/lib/talk/own-words/actions'
import type { OwnWordsPage } from '@/lib/talk/own-words/loaders'

type Answer = Awaited<ReturnType<typeof sendOwnWordsAction>> extends ActionState<infer R> ? R : never

/** Says something of oneself. A plain form that works without JavaScript; with it, drafts are kept. */
export function OwnWordsForm({ own }: { own: Pick<OwnWordsPage, 'accountId' | 'isAtOnce' | 'typed'> }) {
  const texts = messages().ownWords
  const idle = { state: 'idle' } as Awaited<ActionState<Answer>>
  const [posted, post] = useActionState<ActionState<Answer>, FormData>(sendOwnWordsAction, idle)
  const { form, answered, isSending, send, draft } = usePlainSending<Answer>(sendOwnWordsAction, posted, {
    account: own.accountId,
    what: 'own-words',
  })
  useNavigateOnSuccess(answered)
  const refusal = answered.state === 'refused' ? answered.refusal : null
  const problems: Record<string, string> = sentencesOf(refusal?.fields)
  const typed = draft.words ?? (posted.state === 'refused' ? posted.typed : {})
  const isBusy = isSending || answered.state === 'ok'
  return (
    <form ref={form} action={post} onSubmit={send} className="form comment-form" noValidate>
      <DraftNotes offers={draft.offers} />
      <WrittenAs answer={answered} />
      {refusal && <Refused refusal={refusal} />}
      <div className="comment-fields" key={draft.version}>
        <LongField
          label={texts.words}
          name="words"
          className="serif"
          hint={texts.wordsHint}
          defaultValue={typed.words ?? own.typed}
          problem={problems.words}
        />
      </div>
      <div className="save-act">
        <button type="submit" className="btn yes" aria-disabled={isBusy || undefined}>
          {isBusy ? texts.busy : own.isAtOnce ? texts.submit : texts.submitHeld}
        </button>
        <p className="quiet">{own.isAtOnce ? texts.atOnce : texts.held}</p>
      </div>
    </form>
  )
}

/** Takes one's own words back, those that wait or those that are shown. */
export function WithdrawWordsForm({ which }: { which: 'waiting' | 'shown' }) {
  const texts = messages().ownWords
  return (
    <ActionForm
      action={withdrawOwnWordsAction}
      submit={texts.withdraw[which]}
      busy={texts.withdrawBusy}
      isQuiet
    >
      {() => <input type="hidden" name="which" value={which} />}
    </ActionForm>
  )
}

const Decided = ({ wordsId, verdict }: { wordsId: number; verdict: 'pass' | 'decline' }) => (
  <>
    <input type="hidden" name="wordsId" value={wordsId} />
    <input type="hidden" name="verdict" value={verdict} />
  </>
)

/** Lets waiting words be shown, or declines them with a reason. */
export function DecideWordsForms({ wordsId }: { wordsId: number }) {
  const texts = messages().ownWords.queue
  return (
    <div className="decide-comment">
      <ActionForm action={decideOwnWordsAction} submit={texts.accept} busy={texts.acceptBusy}>
        {() => <Decided wordsId={wordsId} verdict="pass" />}
      </ActionForm>
      <details>
        <summary className="btn no">{texts.decline}</summary>
        <DeclineWordsForm wordsId={wordsId} submit={texts.declineSubmit} busy={texts.declineBusy} />
      </details>
    </div>
  )
}

/** Declines words that wait, or takes away those that are shown, with a reason. */
export function DeclineWordsForm(props: { wordsId: number; submit: string; busy: string }) {
  return (
    <ActionForm action={decideOwnWordsAction} submit={props.submit} busy={props.busy} isQuiet>
      {(filled) => (
        <>
          <Decided wordsId={props.wordsId} verdict="decline" />
          <ReasonField {...filled} label={messages().ownWords.queue.reason} hint="" />
        </>
      )}
    </ActionForm>
  )
}
