import type { ReactNode } from 'react'
import type { ContentDiff } from '@/lib/content/diff'
import type { FieldDiff } from '@/lib/content/diff-rows'
import { history } from '@/lib/texts/en/history'
import { DiffPassage } from './DiffRows'

/**
 * What is different between two texts of an entry: first in sentences, then field by field; something new stands by
 * itself. `before` and `after` say what the two sides are.
 */
export function DiffView({
  diff,
  before,
  after,
}: {
  diff: ContentDiff
  before: ReactNode
  after: ReactNode
}) {
  if (diff.fields.length === 0) return <p className="empty">{history.diff.same}</p>
  return (
    <>
      {!diff.isNew && (
        <ul className="diff-sentences">
          {diff.fields.map((field) => (
            <li key={field.field} dir="auto">
              {field.sentence}
            </li>
          ))}
        </ul>
      )}
      <div className={diff.isNew ? 'diff is-new' : 'diff'}>
        <div className="diff-heads">
          {!diff.isNew && <div>{before}</div>}
          <div>{after}</div>
        </div>
        {diff.fields.map((field) => (
          <Field key={field.field} field={field} />
        ))}
      </div>
    </>
  )
}

function Field({ field: { field, label, rows } }: { field: FieldDiff }) {
  return (
    <section className="diff-field" data-field={field}>
      <h2 className="eyebrow" dir="auto">
        {label}
      </h2>
      {rows.map((row, index) => {
        const key = `${field}.${index}`
        if ('unchanged' in row)
          return (
            <p key={key} className="diff-unchanged">
              {history.diff.unchanged(row.unchanged)}
            </p>
          )
        return <DiffPassage key={key} row={row} absent={rows.length === 1 ? history.diff.absent : ''} />
      })}
    </section>
  )
}
