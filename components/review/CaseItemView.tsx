import { DiffView } from '@/components/diff/DiffView'
import { ShownOn } from '@/components/entries/ShownOn'
import { messages } from '@/lib/messages/messages'
import type { CaseItem } from '@/lib/review/case'
import { paths } from '@/lib/routes'
import { CitedSources } from './CitedSources'
import { NewEntry } from './NewEntry'

/** One entry of a submission. The first is named by the case's heading, the others here. */
export function CaseItemView({ item, isNamed = false }: { item: CaseItem; isNamed?: boolean }) {
  const { review } = messages()
  const { isNew, diff, baseNumber, comparedWith } = item
  const hasMoved = item.isComparedWithHead && !item.buildsOn && baseNumber > 0 && baseNumber !== comparedWith
  return (
    <section className="case-item" id={`entry-${item.position}`}>
      {isNamed && (
        <>
          <span className="eyebrow">{item.eyebrow}</span>
          <h2 dir="auto">{item.path ? <a href={item.path}>{item.heading}</a> : item.heading}</h2>
        </>
      )}
      <p className="case-reach">
        {item.touches && <span>{item.touches}</span>}
        {item.shownOn && <ShownOn words={item.shownOn} places={item.places} more={item.morePlaces} />}
      </p>
      {item.buildsOn && <BuildsOn on={item.buildsOn} />}
      {hasMoved && <p className="note">{review.moved(baseNumber, comparedWith)}</p>}
      {!isNew && comparedWith === 0 && <p className="note">{review.baseHidden}</p>}
      {comparedWith === 0 ? (
        <NewEntry diff={diff} />
      ) : (
        <DiffView diff={diff} before={beforeOf(item)} after={review.proposed} />
      )}
      <CitedSources item={item} />
    </section>
  )
}

function beforeOf({ isComparedWithHead, buildsOn, comparedWith }: CaseItem): string {
  const { review } = messages()
  if (isComparedWithHead) return review.live(comparedWith)
  return buildsOn ? review.asIn(buildsOn.submissionId) : review.base(comparedWith)
}

/** It is based on an earlier edit of its author, of which nothing is shown here. */
function BuildsOn({ on: { submissionId, state } }: { on: NonNullable<CaseItem['buildsOn']> }) {
  const { review } = messages()
  return (
    <p className="note">
      {review.buildsOn} <a href={paths.submission(submissionId)}>{review.submission(submissionId)}</a> (
      {review.states[state].toLowerCase()}). {review.buildsOnOnly}
    </p>
  )
}
