import type { Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'

/** The current password as proof of identity, with the name as a hidden field for password managers. */
export function CurrentPasswordField({ name, filled }: { name: string; filled: Filled }) {
  const texts = messages().ownAccount.currentPassword
  return (
    <>
      <input name="username" value={name} autoComplete="username" readOnly hidden />
      <TextField
        label={texts.label}
        name="currentPassword"
        type="password"
        hint={texts.hint}
        problem={filled.problem('currentPassword')}
        autoComplete="current-password"
        required
      />
    </>
  )
}
