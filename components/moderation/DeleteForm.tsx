'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { ReasonField } from '@/components/ui/ReasonField'
import { messages } from '@/lib/messages/messages'
import { deleteAction } from '@/lib/moderation/actions'

/** Deletes an entry, with a reason shown at its address. */
export function DeleteForm({ entryId, submit }: { entryId: number; submit: string }) {
  const texts = messages().moderating.delete
  return (
    <ActionForm action={deleteAction} submit={submit} busy={texts.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="entryId" value={entryId} />
          <ReasonField {...filled} hint={texts.reasonHint} />
        </>
      )}
    </ActionForm>
  )
}
