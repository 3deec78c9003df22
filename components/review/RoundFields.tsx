/** The round to decide, and a key for each of the decisions, so that none is made twice. */
export interface ToDecide {
  submissionId: number
  roundNumber: number
  of: string | null
  acceptKey: string
  declineKey: string
  requestChangesKey: string
}

/** The fields that all decision forms send. */
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
