import type { Filled } from '@/components/ui/ActionForm'
import { TextField } from '@/components/ui/TextField'
import { moderating } from '@/lib/texts/en/moderating'

interface Props extends Filled {
  label?: string
  hint?: string
}

/** Why something is done to an entry. */
export function ReasonField({ typed, problem, label, hint }: Props) {
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
