'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { Choices } from '@/components/ui/Choices'
import { ReasonField } from '@/components/ui/ReasonField'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'
import { protectAction } from '@/lib/moderation/actions'

/** Protects an entry: level, length, reason. */
export function ProtectForm({ entryId }: { entryId: number }) {
  const texts = messages().moderating.protect
  return (
    <ActionForm action={protectAction} submit={texts.submit} busy={texts.busy}>
      {(filled) => (
        <>
          <input type="hidden" name="entryId" value={entryId} />
          <Choices
            legend={texts.level}
            name="level"
            choices={texts.levels}
            chosen={filled.typed('level') ?? 'trusted'}
            problem={filled.problem('level')}
          />
          <Choices
            legend={texts.length}
            name="length"
            choices={texts.lengths}
            chosen={filled.typed('length') ?? 'week'}
            problem={filled.problem('length')}
          />
          <TextField
            label={texts.day}
            name="day"
            hint={texts.dayHint}
            defaultValue={filled.typed('day')}
            problem={filled.problem('day')}
            autoComplete="off"
            inputMode="numeric"
          />
          <ReasonField {...filled} />
        </>
      )}
    </ActionForm>
  )
}
