import type { Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { messages } from '@/lib/messages/messages'

interface Props extends Filled {
  label?: string
  hint?: string
}

/** The reason for an action on an entry. */
export function ReasonField({ typed, problem, label, hint }: Props) {
  const { moderating } = messages()
  return (
    <TextField
      label={label ?? moderating.reason}
      name="reason"
      hint={hint ?? moderating.reasonHint}
      defaultValue={typed('reason')}
      problem={problem('reason')}
      autoComplete="off"
      required
    />
  )
}
