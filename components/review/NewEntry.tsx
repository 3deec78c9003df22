import { PagesNamed } from '@/components/diff/PagesNamed'
import { BarePicture } from '@/components/pictures/BarePicture'
import type { ContentDiff } from '@/lib/content/diff'
import type { FieldDiff } from '@/lib/content/diff-rows'
import { messages } from '@/lib/messages/messages'

/** A new entry, field by field, as plain text. Nothing is marked, since all of it is new. */
export function NewEntry({ diff }: { diff: ContentDiff }) {
  return (
    <div className="new-entry">
      <p className="eyebrow">{messages().review.newEntry}</p>
      <dl>
        {diff.fields.filter(saysSomething).map((field) => (
          <Field key={field.field} field={field} />
        ))}
      </dl>
    </div>
  )
}

/** The wiki's own language is not mentioned. */
const saysSomething = ({ field, rows }: FieldDiff) =>
  field !== 'language' || wordsOf(rows[0]) !== messages().language.tag

const wordsOf = (row: FieldDiff['rows'][number] | undefined) =>
  row && 'after' in row ? row.after?.map((part) => part.text).join('') : undefined

function Field({ field: { field, label, rows, pages } }: { field: FieldDiff }) {
  return (
    <div>
      <dt dir="auto">{label}</dt>
      {rows.map((row, index) => {
        const key = `${field}.${index}`
        if ('unchanged' in row) return null
        return (
          <dd key={key} dir="auto">
            {row.pictures?.after && <BarePicture picture={row.pictures.after} alternative={label} />}
            {row.after?.map((part) => part.text).join('')}
            {row.notes.map((note) => (
              <span key={note} className="quiet">
                {' '}
                {note}
              </span>
            ))}
          </dd>
        )
      })}
      {pages && (
        <dd>
          <PagesNamed pages={pages} />
        </dd>
      )}
    </div>
  )
}
