import { randomUUID } from 'node:crypto'
import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import { messages } from '@/lib/messages/messages'
import type { ReportForm as Form } from '@/lib/reports/loaders'
import type { RevisionLine } from '@/lib/revisions/line'
import { paths } from '@/lib/routes'
import { authorInWords } from './author-in-words'
import { ReportForm } from './ReportForm'
import '@/components/styles/forms.css'
import '@/components/styles/reports.css'

/** The page for reporting something: the subject, the form, and what happens to a report. */
export function ReportSheet({ form }: { form: Form }) {
  const { reports } = messages()
  const { asked, described, isGone, reporter } = form
  const { line } = described
  const isAboutMe = form.privateFacts !== null
  return (
    <WrittenAsHere>
      <main className="sheet report-sheet" id="text">
        <h1 className="title">{isAboutMe ? reports.me.title : reports.title}</h1>
        <p className="intro">{isAboutMe ? reports.me.intro : reports.intro}</p>
        {isGone && <p className="note">{reports.notShown}</p>}
        <section className="report-thing" aria-label={reports.what}>
          <h2 className="eyebrow">{reports.what}</h2>
          <p className="reported-what" dir="auto">
            {described.path ? <a href={described.path}>{described.what}</a> : described.what}
          </p>
          {line && (
            <p className="quiet">{reports.madeBy(authorInWords(line), messages().history.moment(line.at))}</p>
          )}
        </section>
        <ReportForm
          idempotencyKey={randomUUID()}
          asked={asked}
          from={form.from}
          category={form.category}
          parts={line && partsOf(line, asked?.kind === 'summary')}
          aboutMe={form.privateFacts}
          pieces={form.pieces}
        />
        <div className="report-notes">
          <p>
            {reports.privacy} {reporter === null ? reports.withoutName : reports.withName(reporter)}
          </p>
          <p>
            <a href={paths.reportStatus()}>{reports.haveReceipt}</a>
          </p>
        </div>
      </main>
    </WrittenAsHere>
  )
}

function partsOf({ summary, author }: RevisionLine, isSummary: boolean) {
  const { part } = messages().reports
  const choices = {
    edit: part.edit,
    ...(summary && { summary: part.summary(summary) }),
    ...(author.by === 'account' && { name: part.name(author.name) }),
  }
  return { chosen: isSummary && summary ? 'summary' : 'edit', choices }
}
