'use client'
import { ReasonField } from '@/components/entries/ReasonField'
import { ActionForm } from '@/components/ui/ActionForm'
import { withholding } from '@/lib/texts/en/withholding'
import { liftAction } from '@/lib/withholding/actions'

const texts = withholding.lift

/** Shows again what was hidden. */
export function LiftForm({ withholdingId }: { withholdingId: number }) {
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
