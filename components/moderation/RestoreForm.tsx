'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { ReasonField } from '@/components/ui/ReasonField'
import { messages } from '@/lib/messages/messages'
import { restoreAction } from '@/lib/moderation/actions'

/** Restores a deleted entry. */
export function RestoreForm({ entryId }: { entryId: number }) {
  const texts = messages().moderating.restore
  return (
    <ActionForm action={restoreAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="entryId" value={entryId} />
          <ReasonField {...filled} label={texts.reason} />
        </>
      )}
    </ActionForm>
  )
}
