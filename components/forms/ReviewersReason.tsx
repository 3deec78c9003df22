import type { ReactNode } from 'react'
import { messages } from '@/lib/messages/messages'
import type { ReviewerNote } from '@/lib/submissions/reviewer-note'
import '@/components/styles/reviewers-reason.css'
import '@/components/styles/submission-state.css'

interface Props {
  /** What a reviewer asked for, or why they declined. */
  review: ReviewerNote | null
  /** What was written about it since: how many comments in words, and the last of them. */
  said: { count: string; comments: ReactNode } | null
}

/**
 * What a reviewer said stays in sight while the author edits: its first lines, on a phone one line, which open to all of
 * it and to what was written about it. Nothing where nothing was said.
 */
export function ReviewersReason({ review, said }: Props) {
  const { submissions } = messages()
  if (!review && !said) return null
  const state = review?.state ?? 'waiting'
  return (
    <div className={`reviewers-reason is-${state}`}>
      <section aria-label={submissions.editForm.reason}>
        <details>
          <summary>
            {review && (
              <>
                <span className="reason-head">
                  <b className={`state is-${state}`}>{submissions.states[state]}</b> ·{' '}
                  <span dir="auto">{submissions.editForm.reviewed[review.state](review.by)}</span>
                </span>{' '}
                <span className="reason" dir="auto">
                  {review.reason}
                </span>
              </>
            )}
            {said && <span className="reason-more">{said.count}</span>}
          </summary>
          {said?.comments}
        </details>
      </section>
    </div>
  )
}
