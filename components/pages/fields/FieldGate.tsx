'use client'
import { useReferences } from '@/components/editor/citations/references'
import { Problem } from '@/components/editor/Fields'
import { GatePicker } from '@/components/editor/GatePicker'
import type { Gate } from '@/lib/content/gate'
import { messages } from '@/lib/messages/messages'

interface Props {
  id: string
  /** What the field is called. */
  label: string
  gate: Gate | undefined
  problem: string | undefined
  onChange: (gate: Gate) => void
}

/** How far a reader must be to see a value of the infobox, folded until it is wanted. */
export function FieldGate({ id, label, gate = { kind: 'none' }, problem, onChange }: Props) {
  const { editing, diff } = messages()
  const { places, nameOf } = useReferences()
  const chosen =
    gate.kind === 'place'
      ? editing.gate.from(
          places.find((place) => place.id === gate.page)?.label ??
            nameOf(gate.page)?.label ??
            editing.unnamed,
        )
      : editing.gate[gate.kind]
  return (
    <details className="field-gate" open={problem !== undefined || undefined}>
      <summary>{editing.page.gateOf(chosen)}</summary>
      <GatePicker
        id={id}
        label={diff.within(label, editing.page.gates)}
        gate={gate}
        onChange={onChange}
        mayBeOpen
      />
      <Problem id={id} text={problem} />
    </details>
  )
}
