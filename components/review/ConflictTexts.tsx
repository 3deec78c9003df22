import { Formatted } from '@/components/conflicts/Formatted'
import { fieldName } from '@/components/conflicts/field-name'
import { wordsOf } from '@/components/conflicts/words-of'
import { messages } from '@/lib/messages/messages'
import type { CaseConflict } from '@/lib/review/case'
import { paths } from '@/lib/routes'

/** The texts of a conflict: base, live, proposed. */
export function ConflictTexts({
  conflict,
  lead = messages().review.conflict.lead,
}: {
  conflict: CaseConflict
  lead?: string
}) {
  const { review } = messages()
  const texts = review.conflict
  const name = (id: number) => conflict.names.get(id) ?? review.unnamed
  return (
    <section className="case-conflict">
      <h2>{texts.title}</h2>
      <p>
        {conflict.buildsOn === null ? (
          lead
        ) : (
          <>
            {texts.decideFirst}{' '}
            <a href={paths.reviewCase(conflict.buildsOn)}>{review.submission(conflict.buildsOn)}</a>
          </>
        )}
      </p>
      {conflict.conflicts.map((one, index) => (
        <div key={`${one.field}.${one.blockId ?? index}`} className="case-conflict-place">
          <h3 className="eyebrow">{fieldName(one, conflict.infobox)}</h3>
          <dl className="versus">
            {(['base', 'theirs', 'yours'] as const).map((side) => (
              <div key={side}>
                <dt className="eyebrow">{texts[side]}</dt>
                <dd dir="auto">
                  {wordsOf(one[side], name) ? (
                    <Formatted value={one[side]} name={name} />
                  ) : (
                    <i>{texts.empty}</i>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <p>
        <a className="btn" href={conflict.editPath}>
          {texts.edit}
        </a>
      </p>
    </section>
  )
}
