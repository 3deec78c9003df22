import type { Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { LEAST_PASSWORD } from '@/lib/accounts/passwords/limits'
import { messages } from '@/lib/messages/messages'

/** Field for a new password. */
export function NewPasswordField({ filled }: { filled: Filled }) {
  return (
    <TextField
      label={messages().ownAccount.newPassword.label}
      name="newPassword"
      type="password"
      hint={messages().accounts.signUp.passwordHint(LEAST_PASSWORD)}
      problem={filled.problem('newPassword')}
      autoComplete="new-password"
      required
    />
  )
}
