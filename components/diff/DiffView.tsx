import type { ReactNode } from 'react'
import type { ContentDiff } from '@/lib/content/diff'
import type { FieldDiff } from '@/lib/content/diff-rows'
import { messages } from '@/lib/messages/messages'
import { ClosedRow, DiffPassage } from './DiffRows'
import { PagesNamed } from './PagesNamed'
import '@/components/styles/diff.css'

/**
 * The difference between two versions of an entry: a summary in sentences, then field by field; new content is shown in
 * one column. `before` and `after` label the sides. With an `openPath`, closed passages are left out and linked there.
 */
export function DiffView({
  diff,
  before,
  after,
  openPath,
}: {
  diff: ContentDiff
  before: ReactNode
  after: ReactNode
  openPath?: string
}) {
  if (diff.fields.length === 0) return <p className="empty">{messages().history.diff.same}</p>
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
          <Field key={field.field} field={field} openPath={openPath} />
        ))}
      </div>
    </>
  )
}

function Field({ field, openPath }: { field: FieldDiff; openPath: string | undefined }) {
  const { history } = messages()
  const { field: name, label, rows, pages } = field
  return (
    <section className="diff-field" data-field={name}>
      <h2 className="eyebrow" dir="auto">
        {label}
      </h2>
      {rows.map((row, index) => {
        const key = `${name}.${index}`
        if ('unchanged' in row)
          return (
            <p key={key} className="diff-unchanged">
              {history.diff.unchanged(row.unchanged)}
            </p>
          )
        if (row.isClosed && openPath) return <ClosedRow key={key} openPath={openPath} />
        return <DiffPassage key={key} row={row} absent={rows.length === 1 ? history.diff.absent : ''} />
      })}
      <PagesNamed pages={pages} />
    </section>
  )
}
