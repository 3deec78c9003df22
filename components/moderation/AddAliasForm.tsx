'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { ReasonField } from '@/components/ui/ReasonField'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'
import { addAliasAction } from '@/lib/moderation/actions'

/** Adds another title that redirects to a page. */
export function AddAliasForm({ entryId }: { entryId: number }) {
  const texts = messages().moderating.alias
  return (
    <ActionForm action={addAliasAction} submit={texts.submitAdd} busy={texts.busyAdd}>
      {(filled) => (
        <>
          <input type="hidden" name="entryId" value={entryId} />
          <TextField
            label={texts.add}
            name="title"
            defaultValue={filled.typed('title')}
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
