import { messages } from '@/lib/messages/messages'
import { LetterKeys } from './LetterKeys'

interface Neighbours {
  nextPath: string | null
  previousPath: string | null
}

/** Previous and next in the queue, and the switch of the letter keys. */
export function Steps({ nextPath, previousPath }: Neighbours) {
  const { review } = messages()
  return (
    <nav className="case-steps" aria-label={review.stepsLabel}>
      {previousPath && (
        <a href={previousPath} data-key="k">
          {review.previous}
        </a>
      )}
      {nextPath && (
        <a href={nextPath} data-key="j">
          {review.next}
        </a>
      )}
      <LetterKeys />
    </nav>
  )
}
