'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { Choices } from '@/components/ui/Choices'
import { LongField } from '@/components/ui/LongField'
import { messages } from '@/lib/messages/messages'
import { closeReportAction } from '@/lib/reports/actions'

/** Closes a report: the outcome, and an answer for the person who sent it. */
export function CloseReportForm({ reportId }: { reportId: number }) {
  const texts = messages().reports.close
  return (
    <section className="report-close" aria-labelledby="close-it">
      <h2 id="close-it">{texts.title}</h2>
      <ActionForm action={closeReportAction} submit={texts.submit} busy={texts.busy}>
        {({ typed, problem }) => (
          <>
            <input type="hidden" name="reportId" value={reportId} />
            <Choices
              legend={texts.outcome}
              name="outcome"
              choices={texts.outcomes}
              chosen={typed('outcome')}
              problem={problem('outcome')}
            />
            <LongField
              label={texts.answer}
              name="answer"
              rows={2}
              hint={texts.answerHint}
              defaultValue={typed('answer')}
              problem={problem('answer')}
            />
          </>
        )}
      </ActionForm>
    </section>
  )
}
