import { messages } from '@/lib/messages/messages'
import type { SubmissionLine } from '@/lib/submissions/listing'
import '@/components/styles/submission-state.css'

interface Props {
  state: SubmissionLine['state']
  /** Its author reads it, in words for them. */
  isAuthor: boolean
}

/** Where a submission stands: a colour, always with its word. */
export function StateBadge({ state, isAuthor }: Props) {
  return (
    <b className={`state is-${state}`}>
      {(isAuthor ? messages().submissions : messages().review).states[state]}
    </b>
  )
}
