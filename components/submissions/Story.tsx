import type { Moment } from '@/lib/submissions/case'
import { review } from '@/lib/texts/en/review'
import { submissions as texts } from '@/lib/texts/en/submissions'

/** Everything that happened with a submission, the newest first. `you` is the one who reads. */
export function Story({ moments, you }: { moments: Moment[]; you: number | null }) {
  return (
    <section className="story" aria-labelledby="story-heading">
      <h2 id="story-heading" className="eyebrow">
        {texts.story}
      </h2>
      <ol className="plain">
        {moments.map(({ what, at, by, reason }) => (
          <li key={`${what}.${at.getTime()}`}>
            <p dir="auto">
              {texts.moments[what](by.id === you ? texts.you : by.name)}{' '}
              <time className="quiet" dateTime={at.toISOString()}>
                {review.moment(at)}
              </time>
            </p>
            {reason && (
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
