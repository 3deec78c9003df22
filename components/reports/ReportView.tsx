import { authorInWords } from '@/components/reports/author-in-words'
import { WrittenAsHere } from '@/components/sessions/WrittenAsHere'
import { messages } from '@/lib/messages/messages'
import { categoryInWords, outcomeInWords } from '@/lib/reports/in-words'
import type { OneReport, ReportLine } from '@/lib/reports/loaders'
import { timeLeft } from '@/lib/reports/time-left'
import { wishes } from '@/lib/reports/wishes'
import { paths } from '@/lib/routes'
import { CloseReportForm } from './CloseReportForm'
import { DecideWordsForm } from './DecideWordsForm'
import { ReportButton } from './ReportButton'
import { ReportLines } from './ReportList'
import '@/components/styles/forms.css'
import '@/components/styles/reports.css'

/** One report: subject, text, sender; then the form to close it, or its outcome. */
export function ReportView({ found, now }: { found: OneReport; now: Date }) {
  const texts = messages().reports.one
  const { report, similar, checked, pieceWords, closedLife, nextId } = found
  const isAboutMe = report.category === 'about_me'
  const isChecking = checked !== null && checked.ending === null && checked.until > now
  return (
    <WrittenAsHere>
      <main className="sheet report-sheet" id="text">
        <a className="eyebrow" href={paths.reports()}>
          {texts.eyebrow(report.id)}
        </a>
        <h1 className="title small">{categoryInWords(report.category)}</h1>
        <p className="report-who">
          {report.urgency === 'urgent' && <b className="urgent">{messages().reports.list.urgent}</b>}
          <Reporter report={report} />
          <time dateTime={report.createdAt.toISOString()}>{messages().history.moment(report.createdAt)}</time>
        </p>
        <About report={report} />
        {pieceWords && <PieceWords words={pieceWords} />}
        <section aria-labelledby="report-words">
          <h2 className="eyebrow" id="report-words">
            {texts.words}
          </h2>
          <Words report={report} />
          <Wish report={report} />
        </section>
        {checked && <Checked checked={checked} isChecking={isChecking} isAboutMe={isAboutMe} now={now} />}
        {report.closedAt && <Closed report={report} />}
        {closedLife && <ClosedLife reportId={report.id} mayOpen={closedLife.mayOpen} />}
        {!report.closedAt && !isChecking && <CloseReportForm reportId={report.id} />}
        {similar.length > 0 && (
          <section aria-labelledby="similar">
            <h2 className="eyebrow" id="similar">
              {texts.similar}
            </h2>
            <ReportLines lines={similar} now={now} />
          </section>
        )}
        <p className="actions">
          {nextId !== null && (
            <a className="btn" href={paths.report(nextId)}>
              {texts.next}
            </a>
          )}
          <a className="btn" href={paths.reports()}>
            {texts.all}
          </a>
        </p>
      </main>
    </WrittenAsHere>
  )
}

/** The words that are meant, which are shown to nobody else while they are being checked. */
function PieceWords({ words }: { words: string }) {
  return (
    <section aria-labelledby="meant">
      <h2 className="eyebrow" id="meant">
        {messages().reports.piece.words}
      </h2>
      <blockquote className="report-words" dir="auto">
        {words}
      </blockquote>
    </section>
  )
}

interface ShownCheck {
  checked: NonNullable<OneReport['checked']>
  isChecking: boolean
  isAboutMe: boolean
  now: Date
}

/** What is with the words that reports closed: the time left and the decision, or how it ended. */
function Checked({ checked, isChecking, isAboutMe, now }: ShownCheck) {
  const texts = messages().reports.checked
  if (isChecking)
    return (
      <section className="report-close" aria-labelledby="checked">
        <h2 id="checked">{texts.heading}</h2>
        <p>{texts.left(...timeLeft(checked.until, now))}</p>
        <DecideWordsForm checkedId={checked.id} isAboutMe={isAboutMe} />
      </section>
    )
  return <p className="note">{texts.ended[checked.ending ?? 'ran_out'](checked.endedByName ?? '')}</p>
}

/** That nothing about the person's private life is published, and for owners the way back. */
function ClosedLife({ reportId, mayOpen }: { reportId: number; mayOpen: boolean }) {
  const texts = messages().reports.openLife
  return (
    <section className="note report-closed">
      <p>{mayOpen ? texts.closed : `${texts.closed} ${texts.byOwner}`}</p>
      {mayOpen && <ReportButton reportId={reportId} act="openLife" hint={texts.hint} />}
    </section>
  )
}

function Reporter({ report: { byId, byName } }: { report: ReportLine }) {
  const { reports } = messages()
  if (byId === null || byName === null) return <span>{reports.list.by(reports.list.visitor)}</span>
  return (
    <span>
      {reports.list.by('')}
      <a href={paths.person(byId)}>
        <bdi>{byName}</bdi>
      </a>
    </span>
  )
}

function About({ report: { about, address, target } }: { report: ReportLine }) {
  const { reports } = messages()
  const texts = messages().reports.one
  const line = about?.line
  return (
    <section className="report-thing" aria-label={texts.about}>
      <h2 className="eyebrow">{texts.about}</h2>
      <p className="reported-what" dir="auto">
        {about?.path ? <a href={about.path}>{about.what}</a> : (about?.what ?? reports.target.gone)}
        {about?.isDeleted && <span className="quiet"> ({texts.isDeleted})</span>}
      </p>
      {line && (
        <p className="quiet">{reports.madeBy(authorInWords(line), messages().history.moment(line.at))}</p>
      )}
      {line?.summary && (
        <p>
          <span className="quiet">{texts.summary}:</span> <q dir="auto">{line.summary}</q>
        </p>
      )}
      {(target === 'site' || address !== paths.home()) && (
        <p className="quiet">
          {texts.from} <a href={address}>{decoded(address)}</a>
        </p>
      )}
    </section>
  )
}

/** An address with its title decoded. */
function decoded(address: string): string {
  try {
    return decodeURI(address)
  } catch {
    return address
  }
}

function Words({ report: { words, clearedAt } }: { report: ReportLine }) {
  const texts = messages().reports.one
  if (clearedAt) return <p className="quiet">{texts.cleared(messages().dates.dayInWords(clearedAt))}</p>
  if (words === '') return <p className="quiet">{texts.noWords}</p>
  return (
    <blockquote className="report-words" dir="auto">
      {words}
    </blockquote>
  )
}

/** What a person wants who says that this is about them, and where to answer. */
function Wish({ report: { wish, contact } }: { report: ReportLine }) {
  const texts = messages().reports.me
  const known = wishes.find((one) => one === wish)
  return (
    <>
      {known && <p>{texts.asks(texts.wishes[known])}</p>}
      {contact && <p>{texts.answerAt(contact)}</p>}
    </>
  )
}

function Closed({ report }: { report: ReportLine }) {
  const { reports } = messages()
  const { id, words, closedAt, closedByName, outcome, answer, clearedAt } = report
  return (
    <section className="note report-closed">
      <p>
        {closedAt && reports.close.closedBy(closedByName ?? '', messages().history.moment(closedAt))}{' '}
        <b>{outcomeInWords(outcome)}</b>
      </p>
      {answer && (
        <p>
          {reports.close.answered}: <q dir="auto">{answer}</q>
        </p>
      )}
      <ReportButton reportId={id} act="reopen" />
      {!clearedAt && words !== '' && <ReportButton reportId={id} act="clear" hint={reports.clear.hint} />}
    </section>
  )
}
