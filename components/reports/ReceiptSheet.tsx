import { messages } from '@/lib/messages/messages'
import type { Receipt } from '@/lib/reports/loaders'
import type { ReportOutcome } from '@/lib/reports/outcomes'
import { paths } from '@/lib/routes'
import '@/components/styles/reports.css'

type Found = Extract<Receipt, { state: 'found' }>['report']

/** A report's state and answer, for the holder of its receipt; never what the report says. */
export function ReceiptSheet({ report }: { report: Found }) {
  const texts = messages().reports.receipt
  const state = report.closedAt ? 'closed' : report.seenAt ? 'seen' : 'received'
  return (
    <main className="sheet report-sheet" id="text">
      <h1 className="title">{texts.title[state]}</h1>
      <p className="receipt">
        <span className="eyebrow">{texts.code}</span>
        <strong>{report.receipt}</strong>
      </p>
      {state === 'closed' ? <Closed report={report} /> : <p>{nextOf(report)}</p>}
      <p className="quiet">
        {texts.sent(messages().history.moment(report.createdAt))} {texts.keep}
      </p>
      <p className="actions">
        <a className="btn" href={paths.home()}>
          {texts.back}
        </a>
      </p>
    </main>
  )
}

const nextOf = ({ seenAt, urgency }: Found) =>
  seenAt ? messages().reports.receipt.next.seen : messages().reports.receipt.next[urgency]

function Closed({ report: { outcome, answer } }: { report: Found }) {
  const texts = messages().reports.receipt
  return (
    <>
      <p>{texts.outcome[outcome as ReportOutcome]}</p>
      {answer && (
        <section>
          <h2 className="eyebrow">{texts.answer}</h2>
          <blockquote className="report-words" dir="auto">
            {answer}
          </blockquote>
        </section>
      )}
      <p>{texts.again}</p>
    </>
  )
}
