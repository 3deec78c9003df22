'use client'
import { AnswerForm } from '@/components/ui/AnswerForm'
import { messages } from '@/lib/messages/messages'
import { closeReportAction } from '@/lib/reports/actions'

/** Closes a report: the outcome, and an answer for the person who sent it. */
export function CloseReportForm({ reportId }: { reportId: number }) {
  const texts = messages().reports.close
  return (
    <section className="report-close" aria-labelledby="close-it">
      <h2 id="close-it">{texts.title}</h2>
      <AnswerForm
        action={closeReportAction}
        submit={texts.submit}
        busy={texts.busy}
        about={['reportId', reportId]}
        outcome={{ legend: texts.outcome, name: 'outcome', choices: texts.outcomes }}
        answer={{ label: texts.answer, hint: texts.answerHint, rows: 2 }}
      />
    </section>
  )
}
