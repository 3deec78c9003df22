import { messages } from '@/lib/messages/messages'
import type { Case } from '@/lib/review/case'
import { paths } from '@/lib/routes'
import { DoneNote } from './CaseNotes'

/** Shown when the queue is empty, with the outcome of the last case. */
export function EmptyQueue({ isFiltered, done }: { isFiltered: boolean; done: Case | null }) {
  const { review } = messages()
  return (
    <article className="case is-empty">
      {done && <DoneNote done={done} />}
      <span className="leaf" aria-hidden="true">
        ❧
      </span>
      <p className="says">{isFiltered ? review.emptyFilter : review.emptyQueue}</p>
      <p>
        {isFiltered ? (
          <a className="btn" href={paths.review()}>
            {review.showAll}
          </a>
        ) : (
          <a className="btn" href={paths.recent()}>
            {review.seeRecent}
          </a>
        )}
      </p>
    </article>
  )
}
