'use client'
import { ActionForm } from '@/components/ui/ActionForm'
import { ReasonField } from '@/components/ui/ReasonField'
import { messages } from '@/lib/messages/messages'
import { liftAction } from '@/lib/withholding/actions'

/** Shows hidden versions again. */
export function LiftForm({ withholdingId }: { withholdingId: number }) {
  const texts = messages().withholding.lift
  return (
    <details>
      <summary>{texts.submit}</summary>
      <ActionForm action={liftAction} submit={texts.submit} busy={texts.busy}>
        {(filled) => (
          <>
            <input type="hidden" name="withholdingId" value={withholdingId} />
            <ReasonField {...filled} label={texts.reason} />
          </>
        )}
      </ActionForm>
    </details>
  )
}
