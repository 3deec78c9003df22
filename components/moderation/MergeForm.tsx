'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { ReasonField } from '@/components/ui/ReasonField'
import { messages } from '@/lib/messages/messages'
import { mergeAction } from '@/lib/moderation/actions'

/** Merges an entry into the chosen other. */
export function MergeForm(props: { entryId: number; intoId: number; idempotencyKey: string }) {
  const texts = messages().moderating.merge
  return (
    <ActionForm action={mergeAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="entryId" value={props.entryId} />
          <input type="hidden" name="intoSource" value={props.intoId} />
          <input type="hidden" name="key" value={props.idempotencyKey} />
          {filled.problem('into') && <p className="note is-refusal">{filled.problem('into')}</p>}
          <ReasonField {...filled} />
        </>
      )}
    </ActionForm>
  )
}
