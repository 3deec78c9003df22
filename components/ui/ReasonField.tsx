import { messages } from '@/lib/messages/messages'
import type { Filled } from './ActionForm'
import { TextField } from './TextField'

interface Props extends Filled {
  label?: string
  hint?: string
}

/** The reason for an act; by default one on an entry. */
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
