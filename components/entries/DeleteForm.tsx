'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { deleteAction } from '@/lib/entries/actions'
import type { Addressed } from '@/lib/entries/paths'
import { moderating } from '@/lib/texts/en/moderating'
import { ReasonField } from './ReasonField'

const texts = moderating.delete

/** Deletes an entry, with a reason that its address tells. */
export function DeleteForm({ entryId, kind }: { entryId: number; kind: Addressed['kind'] }) {
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
