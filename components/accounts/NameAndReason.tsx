import type { Filled } from '@/components/ui/ActionForm'
import { ReasonField } from '@/components/ui/ReasonField'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'

/** Fields for the new name and the reason. */
export function NameAndReason({ name, filled }: { name: string; filled: Filled }) {
  const texts = messages().accounts.rename
  return (
    <>
      <TextField
        label={texts.name}
        name="name"
        defaultValue={filled.typed('name') ?? name}
        problem={filled.problem('name')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <ReasonField {...filled} label={texts.reason} hint={texts.reasonHint} />
    </>
  )
}
