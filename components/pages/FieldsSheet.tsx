import { Empty } from '@/components/ui/Empty'
import { Pager } from '@/components/ui/Pager'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import type { FieldsOverview, KindFields, Unfit } from '@/lib/pages/fields'
import { paths } from '@/lib/routes'
import '@/components/styles/fields.css'

/** The values that do not fit their field's type, and, on the first page, the fields of each kind of page. */
export function FieldsSheet({ overview }: { overview: FieldsOverview }) {
  const texts = messages().fields.overview
  const { kinds, unfit, next, isFirst } = overview
  return (
    <StaticHtml as="main" className="sheet wide" id="text">
      <a className="eyebrow" href={paths.pages()}>
        {messages().reading.pages.title}
      </a>
      <h1 className="title">{texts.title}</h1>
      <p className="lead">{texts.lead}</p>
      <section className="prose" aria-labelledby="unfit">
        <h2 id="unfit">{texts.unfit}</h2>
        {unfit.length === 0 ? <Empty>{texts.noneUnfit}</Empty> : <UnfitValues unfit={unfit} />}
      </section>
      <Pager
        first={isFirst ? null : paths.fields()}
        next={next === null ? null : paths.fields({ after: next })}
      />
      {isFirst &&
        kinds.filter(({ fields }) => fields.length > 0).map((kind) => <Kind key={kind.key} kind={kind} />)}
    </StaticHtml>
  )
}

function UnfitValues({ unfit }: { unfit: Unfit[] }) {
  const { types, overview: texts } = messages().fields
  return (
    <ul className="unfit-values">
      {unfit.map(({ page, editPath, field, label, type, words }) => (
        <li key={`${page.path}.${field}`}>
          <p className="of">
            <a href={page.path} dir="auto">
              {page.label}
            </a>{' '}
            · {label} <span className="quiet">({types[type]})</span>
          </p>
          <p className="words" dir="auto">
            {words}
          </p>
          <a href={editPath} rel="nofollow">
            {texts.edit}
            <span className="sr-only"> {page.label}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function Kind({ kind: { key, plural, fields } }: { kind: KindFields }) {
  const { types, overview: texts } = messages().fields
  return (
    <section className="prose" aria-labelledby={`fields-${key}`}>
      <h2 id={`fields-${key}`}>
        <a href={paths.pagesOfKind(key)}>{plural}</a>
      </h2>
      <table className="kind-fields-table">
        <thead>
          <tr>
            <th scope="col">{texts.field}</th>
            <th scope="col">{texts.type}</th>
            <th scope="col">{texts.otherEnd}</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.key}>
              <th scope="row">
                {field.label}
                {field.isRequired && <span className="quiet"> · {texts.required}</span>}
                {!field.isOffered && <span className="quiet"> · {texts.single}</span>}
              </th>
              <td>
                {types[field.type]}
                {field.unit && <span className="quiet"> · {field.unit}</span>}
              </td>
              <td>{field.reverseLabel ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
