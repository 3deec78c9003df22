import { messages } from '@/lib/messages/messages'
import type { Moment } from '@/lib/review/case'
import { roundAnchorOf } from '@/lib/review/round-anchor'

interface Props {
  moments: Moment[]
  /** The account that reads. */
  you: number | null
  /** The reason that stands above, in full: it is not repeated. */
  shownReason?: string | null
}

/** The history of a submission, newest first. */
export function Story({ moments, you, shownReason }: Props) {
  const { submissions: texts } = messages()
  return (
    <section className="story" aria-labelledby="story-heading">
      <h2 id="story-heading" className="eyebrow">
        {texts.story}
      </h2>
      <ol className="plain">
        {moments.map(({ what, at, by, reason, round }, index) => (
          <li key={`${what}.${at.getTime()}`} id={round === null ? undefined : roundAnchorOf(round)}>
            <p dir="auto">
              {texts.moments[what](by.id === you ? texts.you : by.name)}{' '}
              <time className="quiet" dateTime={at.toISOString()}>
                {messages().review.moment(at)}
              </time>
            </p>
            {reason && !(index === 0 && reason === shownReason) && (
              <blockquote className="given-reason" dir="auto">
                {reason}
              </blockquote>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
