import type { Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { accounts } from '@/lib/texts/en/accounts'
import { ownAccount } from '@/lib/texts/en/own-account'

/** The password that one will have. */
export function NewPasswordField({ filled }: { filled: Filled }) {
  return (
    <TextField
      label={ownAccount.newPassword.label}
      name="newPassword"
      type="password"
      hint={accounts.signUp.passwordHint}
      problem={filled.problem('newPassword')}
      autoComplete="new-password"
      required
    />
  )
}
