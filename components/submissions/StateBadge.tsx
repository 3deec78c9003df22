import type { SubmissionLine } from '@/lib/submissions/listing'
import { review } from '@/lib/texts/en/review'

/** Where a submission stands: a colour, always with its word. */
export function StateBadge({ state }: { state: SubmissionLine['state'] }) {
  return <b className={`state is-${state}`}>{review.states[state]}</b>
}
