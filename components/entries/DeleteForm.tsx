'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { deleteAction } from '@/lib/entries/actions'
import type { Addressed } from '@/lib/entries/paths'
import { messages } from '@/lib/messages/messages'
import { ReasonField } from './ReasonField'

/** Deletes an entry, with a reason that its address tells. */
export function DeleteForm({ entryId, kind }: { entryId: number; kind: Addressed['kind'] }) {
  const texts = messages().moderating.delete
  return (
    <ActionForm action={deleteAction} submit={texts.submit[kind]} busy={texts.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="entryId" value={entryId} />
          <ReasonField {...filled} hint={texts.reasonHint} />
        </>
      )}
    </ActionForm>
  )
}
