'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { renameSelfAction } from '@/lib/accounts/actions'
import { messages } from '@/lib/messages/messages'

/** Changes one's own name. */
export function RenameSelfForm({ name }: { name: string }) {
  const texts = messages().ownAccount.name
  return (
    <ActionForm action={renameSelfAction} submit={texts.submit} busy={texts.busy}>
      {({ typed, problem }) => (
        <TextField
          label={texts.label}
          name="name"
          defaultValue={typed('name') ?? name}
          problem={problem('name')}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
        />
      )}
    </ActionForm>
  )
}
