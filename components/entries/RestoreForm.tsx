'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { restoreAction } from '@/lib/entries/actions'
import { moderating } from '@/lib/texts/en/moderating'
import { ReasonField } from './ReasonField'

const texts = moderating.restore

/** Restores a deleted entry. */
export function RestoreForm({ entryId }: { entryId: number }) {
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
