/** Which round of which submission is decided, and a key for each of the answers, so that none is taken twice. */
export interface ToDecide {
  submissionId: number
  roundNumber: number
  of: string | null
  acceptKey: string
  declineKey: string
  requestChangesKey: string
}

/** What all forms send along. */
export function RoundFields({ toDecide, idempotencyKey }: { toDecide: ToDecide; idempotencyKey: string }) {
  return (
    <>
      <input type="hidden" name="key" value={idempotencyKey} />
      <input type="hidden" name="submissionId" value={toDecide.submissionId} />
      <input type="hidden" name="roundNumber" value={toDecide.roundNumber} />
      {toDecide.of && <input type="hidden" name="of" value={toDecide.of} />}
    </>
  )
}
