import type { Passage } from '@/lib/captures/passages'
import { messages } from '@/lib/messages/messages'

interface Props {
  passage: Passage | undefined
  locator: string | null
  /** Whoever wrote or reviews it is told what to do, and why nothing is known. */
  isForReview?: boolean
}

/** Whether quoted words stand on the page that is cited, with the way to them. Nothing where nobody knows. */
export function PassageLine({ passage, locator, isForReview = false }: Props) {
  const { captures } = messages()
  if (!passage) return null
  if (passage.state === 'found')
    return (
      <p className="quiet">
        <a className="out" href={passage.link} rel="nofollow">
          {captures.found}
        </a>
        , <time dateTime={passage.at.toISOString()}>{captures.on(passage.at)}</time>
      </p>
    )
  if (passage.state === 'missing')
    return (
      <p className={isForReview ? 'note' : 'quiet'}>
        {captures.missing(passage.at)}
        {isForReview ? `. ${captures.missingHint}` : ''}
      </p>
    )
  const { why, link } = passage
  if (why === 'no-words' || why === 'no-address') return null
  if (why === 'spoken' && link && locator)
    return (
      <p className="quiet">
        <a className="out" href={link} rel="nofollow">
          {captures.heard(locator)}
        </a>
      </p>
    )
  return isForReview ? <p className="quiet">{whyUnread(why)}</p> : null
}

function whyUnread(why: string): string {
  const { unread } = messages().captures
  return Object.hasOwn(unread, why) ? unread[why as keyof typeof unread] : unread.otherwise
}
