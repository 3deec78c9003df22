'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { messages } from '@/lib/messages/messages'
import { clearReportAction, openPrivateLifeAction, reopenReportAction } from '@/lib/reports/actions'

const actions = { reopen: reopenReportAction, clear: clearReportAction, openLife: openPrivateLifeAction }

/** A one-button form about a report. */
export function ReportButton({
  reportId,
  act,
  hint,
}: {
  reportId: number
  act: keyof typeof actions
  hint?: string
}) {
  const texts = messages().reports[act]
  return (
    <ActionForm action={actions[act]} submit={texts.submit} busy={texts.busy}>
      {() => (
        <>
          <input type="hidden" name="reportId" value={reportId} />
          {hint && <p className="hint">{hint}</p>}
        </>
      )}
    </ActionForm>
  )
}
