import { z } from 'zod'
import { entryRef } from '@/lib/text/plain'

/** How far in a work a reader must be. `unknown` stays closed until somebody sets a place. */
export const gateSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('unknown') }),
  z.strictObject({ kind: z.literal('place'), page: entryRef }),
])

export type Gate = z.infer<typeof gateSchema>

/** Whether a gate stands open to who reads: that of a passage with this id also by itself. */
export type IsOpen = (gate: Gate, passage?: string | null) => boolean

/** Whether it stands open to everybody for good. */
export const isNoGate: IsOpen = ({ kind }) => kind === 'none'

/** A gate as the database has it beside an entry. A place whose page is not known is unknown. */
export function gateOf({
  gateKind,
  gatePageId,
}: {
  gateKind: Gate['kind']
  gatePageId: number | null
}): Gate {
  if (gateKind === 'none') return { kind: 'none' }
  return gateKind === 'place' && gatePageId !== null
    ? { kind: 'place', page: gatePageId }
    : { kind: 'unknown' }
}

/** The columns for it. */
export const gateColumns = (gate: Gate) => ({
  gateKind: gate.kind,
  gatePageId: gate.kind === 'place' ? gate.page : null,
})
