'use client'
import { ActionForm } from '@/components/accounts/ActionForm'
import { TextField } from '@/components/accounts/TextField'
import { revertAction } from '@/lib/revisions/actions'
import { review } from '@/lib/texts/en/review'

const texts = review.revert

interface Props {
  revisionId: number
  summary: string
  /** Whether it is published at once; it waits for review otherwise, and the button says so. */
  goesLive: boolean
  idempotencyKey: string
}

/** Why it is reverted, and the button. */
export function RevertForm({ revisionId, summary, goesLive, idempotencyKey }: Props) {
  return (
    <ActionForm action={revertAction} submit={goesLive ? texts.publish : texts.send} busy={texts.busy}>
      {({ typed, problem }) => (
        <>
          <input type="hidden" name="key" value={idempotencyKey} />
          <input type="hidden" name="revisionId" value={revisionId} />
          <TextField
            label={texts.summary}
            name="summary"
            hint={goesLive ? texts.summaryHint : `${texts.summaryHint} ${texts.sendNote}`}
            defaultValue={typed('summary') ?? summary}
            problem={problem('summary')}
            autoComplete="off"
          />
        </>
      )}
    </ActionForm>
  )
}
