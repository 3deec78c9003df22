import type { Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'

/** The password that one has, to prove who one is; with the name beside it, for whatever remembers passwords. */
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
