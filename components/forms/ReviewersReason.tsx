import { messages } from '@/lib/messages/messages'
import type { ReviewerNote } from '@/lib/submissions/reviewer-note'
import '@/components/styles/reviewers-reason.css'
import '@/components/styles/submission-state.css'

/** What a reviewer asked for, or why they declined: stays visible while the author edits. */
export function ReviewersReason({ review: { state, by, reason } }: { review: ReviewerNote }) {
  const { submissions } = messages()
  return (
    <div className={`reviewers-reason is-${state}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long reason is scrolled by keyboard, too */}
      <section aria-label={submissions.editForm.reason} tabIndex={0}>
        <p>
          <b className={`state is-${state}`}>{submissions.states[state]}</b> ·{' '}
          <span dir="auto">{submissions.editForm.reviewed[state](by)}</span>
        </p>
        <blockquote dir="auto">{reason}</blockquote>
      </section>
    </div>
  )
}
