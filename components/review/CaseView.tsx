import type { ReactNode } from 'react'
import { messages } from '@/lib/messages/messages'
import type { Case } from '@/lib/review/case'
import { paths } from '@/lib/routes'
import { CaseItemView } from './CaseItemView'
import { ConflictTexts } from './ConflictTexts'

interface Props {
  found: Case
  now: Date
  /** The heading's level: second where the queue is the page's subject. */
  level?: 'h1' | 'h2'
  children?: ReactNode
}

/** A submission: what and by whom, then each entry with its diff, and its conflicts. */
export function CaseView({ found, now, level: Heading = 'h1', children }: Props) {
  const { review } = messages()
  const { author, summary, items, isMinor, conflicts, obstacle } = found
  const [first, ...others] = items
  return (
    <>
      <header className="case-head">
        {first && <span className="eyebrow">{first.eyebrow}</span>}
        <Heading className="title" dir="auto">
          {first?.path ? <a href={first.path}>{found.heading}</a> : found.heading}
        </Heading>
        <p className="case-who">
          {review.by}{' '}
          <a href={paths.person(author.id)} dir="auto">
            {author.name}
          </a>
          {author.isFirstEdit && <b className="case-first">{review.firstEdit}</b>}
          <time dateTime={found.waitingSince.toISOString()} title={review.moment(found.waitingSince)}>
            {review.sinceWords(found.waitingSince, now)}
          </time>
          {isMinor && <span>{review.minor}</span>}
        </p>
        <p className="case-why" dir="auto">
          {summary ? <q>{summary}</q> : <span className="quiet">{review.noSummary}</span>}
        </p>
      </header>
      {children}
      {obstacle && (
        <p className="note is-refusal">
          {review.cannotAccept} {obstacle}
        </p>
      )}
      {conflicts.map((conflict) => (
        <ConflictTexts key={conflict.editPath} conflict={conflict} />
      ))}
      {found.redacted > 0 && <p className="note">{review.redacted(found.redacted)}</p>}
      {first && <CaseItemView item={first} />}
      {others.map((item) => (
        <CaseItemView key={item.position} item={item} isNamed />
      ))}
    </>
  )
}
