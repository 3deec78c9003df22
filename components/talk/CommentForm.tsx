'use client'
import { type ReactNode, useActionState } from 'react'
import { DraftNotes } from '@/components/forms/drafts/DraftNotes'
import { usePlainSending } from '@/components/forms/plain/use-plain-sending'
import { Field } from '@/components/ui/Field'
import { LongField } from '@/components/ui/LongField'
import { Refused } from '@/components/ui/Refused'
import { TextField } from '@/components/ui/TextField'
import { useNavigateOnSuccess } from '@/components/ui/use-navigate-on-success'
import { WrittenAs } from '@/components/ui/WrittenAs'
import { sentencesOf } from '@/lib/messages/message'
import { messages } from '@/lib/messages/messages'
import type { ActionState } from '@/lib/operations/form'
import { converseAction, editCommentAction, replyAction, startThreadAction } from '@/lib/talk/actions'
import type { Writer } from '@/lib/talk/forms/loaders'
import type { Written } from '@/lib/talk/write'

interface Props {
  /**
   * What it is for: a thread about an entry, an answer in a thread, the conversation of a submission, or other words of a
   * comment.
   */
  to:
    | { entryId: number }
    | { threadId: number; answers: number | null }
    | { submissionId: number }
    | { commentId: number }
  writer: Writer
  idempotencyKey: string
  /** What the text begins with. */
  words: string
  /** The place until which it tells; of a comment that is there already. */
  gate?: number | null
  label: string
  /** What becomes of it, where that is not what becomes of every comment. */
  outcome?: string
}

/** Writes a comment. A plain form that works without JavaScript; with it, drafts are kept, and it is answered in place. */
export function CommentForm({ to, writer, idempotencyKey, words, gate = null, label, outcome }: Props) {
  const texts = messages().talk.form
  const isNew = 'entryId' in to
  const [action, what] = formFor(to)
  const [posted, post] = useActionState<ActionState<Written>, FormData>(action as never, { state: 'idle' })
  const sending = usePlainSending<Written>(action as never, posted, { account: writer.accountId, what })
  const { form, answered, isSending, send, draft } = sending
  useNavigateOnSuccess(answered)
  const refusal = answered.state === 'refused' ? answered.refusal : null
  const problems: Record<string, string> = sentencesOf(refusal?.fields)
  const typed = draft.words ?? (posted.state === 'refused' ? posted.typed : {})
  const isSent = answered.state === 'ok'
  return (
    <form ref={form} action={post} onSubmit={send} className="form comment-form" noValidate>
      <DraftNotes offers={draft.offers} />
      <WrittenAs answer={answered} />
      <input type="hidden" name="key" value={idempotencyKey} />
      {Object.entries(to).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value ?? ''} />
      ))}
      {refusal && <Refused refusal={refusal} />}
      <div className="comment-fields" key={draft.version}>
        {isNew && (
          <TextField
            label={texts.subject}
            name="subject"
            hint={texts.subjectHint}
            defaultValue={typed.subject ?? ''}
            problem={problems.subject}
            autoComplete="off"
          />
        )}
        <LongField
          label={label}
          name="words"
          className="serif"
          hint={texts.wordsHint(writer.mayMention)}
          defaultValue={typed.words ?? words}
          problem={problems.words}
        />
        {writer.places.length > 0 && (
          <Field label={texts.gate} hint={texts.gateHint} problem={problems.gate}>
            {(ties) => (
              <select name="gate" defaultValue={typed.gate ?? gate ?? ''} {...ties}>
                <option value="">{texts.gateNone}</option>
                {writer.places.map((place) => (
                  <option key={place.id} value={place.id}>
                    {place.label}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      {'commentId' in to ? (
        <button type="submit" className="btn yes" aria-disabled={isSending || isSent || undefined}>
          {isSending || isSent ? texts.editBusy : texts.editSubmit}
        </button>
      ) : (
        <SendRow isBusy={isSending || isSent} writer={writer} outcome={outcome} />
      )}
    </form>
  )
}

/** The action, and the name under which drafts are kept. */
function formFor(to: Props['to']) {
  if ('entryId' in to) return [startThreadAction, `thread-about-${to.entryId}`] as const
  if ('threadId' in to) return [replyAction, `thread-${to.threadId}`] as const
  if ('commentId' in to) return [editCommentAction, `comment-${to.commentId}`] as const
  return [converseAction, `conversation-${to.submissionId}`] as const
}

function SendRow({
  isBusy,
  writer,
  outcome,
}: {
  isBusy: boolean
  writer: Writer
  outcome: string | undefined
}): ReactNode {
  const texts = messages().talk.form
  const becomes = writer.isAtOnce ? texts.atOnce : writer.isNew ? texts.held : texts.heldHere
  return (
    <div className="save-act">
      <button type="submit" className="btn yes" aria-disabled={isBusy || undefined}>
        {isBusy ? texts.busy : writer.isAtOnce ? texts.submit : texts.submitHeld}
      </button>
      <p className="quiet">{outcome ?? becomes}</p>
    </div>
  )
}
