'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { Choices } from '@/components/ui/Choices'
import { ReasonField } from '@/components/ui/ReasonField'
import { messages } from '@/lib/messages/messages'
import { removeAliasAction } from '@/lib/moderation/actions'

/** Removes one of a page's other titles. */
export function RemoveAliasForm({ entryId, aliases }: { entryId: number; aliases: string[] }) {
  const texts = messages().moderating.alias
  return (
    <ActionForm action={removeAliasAction} submit={texts.submitRemove} busy={texts.busyRemove}>
      {(filled) => (
        <>
          <input type="hidden" name="entryId" value={entryId} />
          <Choices
            legend={texts.choose}
            name="alias"
            choices={Object.fromEntries(aliases.map((alias) => [alias, alias]))}
            chosen={filled.typed('alias')}
            problem={filled.problem('alias')}
          />
          <ReasonField {...filled} hint={texts.removeIntro} />
        </>
      )}
    </ActionForm>
  )
}
