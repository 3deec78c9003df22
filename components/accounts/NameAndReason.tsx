import type { Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'

/** Fields for the new name and the reason. */
export function NameAndReason({ name, filled: { typed, problem } }: { name: string; filled: Filled }) {
  const texts = messages().accounts.rename
  return (
    <>
      <TextField
        label={texts.name}
        name="name"
        defaultValue={typed('name') ?? name}
        problem={problem('name')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
      />
      <TextField
        label={texts.reason}
        name="reason"
        hint={texts.reasonHint}
        defaultValue={typed('reason')}
        problem={problem('reason')}
        autoComplete="off"
        required
      />
    </>
  )
}
