import type { Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { ownAccount } from '@/lib/texts/en/own-account'

const texts = ownAccount.currentPassword

/** The password that one has, to prove who one is; with the name beside it, for whatever remembers passwords. */
export function CurrentPasswordField({ name, filled }: { name: string; filled: Filled }) {
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
