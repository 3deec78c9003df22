'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { ReasonField } from '@/components/ui/ReasonField'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'
import { renameAction } from '@/lib/moderation/actions'

/** Gives a page another title. */
export function RenameForm(props: { entryId: number; title: string; idempotencyKey: string }) {
  const texts = messages().moderating.rename
  return (
    <ActionForm action={renameAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="entryId" value={props.entryId} />
          <input type="hidden" name="key" value={props.idempotencyKey} />
          <TextField
            label={texts.title}
            name="title"
            defaultValue={filled.typed('title') ?? props.title}
            problem={filled.problem('title')}
            autoComplete="off"
            required
          />
          <ReasonField {...filled} />
        </>
      )}
    </ActionForm>
  )
}
