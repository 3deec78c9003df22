'use client'
import { useReferences } from '@/components/editor/citations/references'
import type { Gate } from '@/lib/content/gate'
import { messages } from '@/lib/messages/messages'

interface Props {
  id: string
  label: string
  gate: Gate
  onChange: (gate: Gate) => void
  /** A spoiler block always has a gate; a fact may be open to everybody. */
  mayBeOpen: boolean
}

/** Chooses how far in a work a reader must be. */
export function GatePicker({ id, label, gate, onChange, mayBeOpen }: Props) {
  const { editing } = messages()
  const { places, nameOf } = useReferences()
  const isKnown = gate.kind !== 'place' || places.some((place) => place.id === gate.page)

  function choose(value: string) {
    if (value === 'none' || value === 'unknown') onChange({ kind: value })
    else onChange({ kind: 'place', page: Number(value) })
  }

  return (
    <span className="gate-picker">
      <label htmlFor={id}>{label}</label>{' '}
      <select
        id={id}
        value={gate.kind === 'place' ? gate.page : gate.kind}
        onChange={(event) => choose(event.target.value)}
      >
        {mayBeOpen && <option value="none">{editing.gate.none}</option>}
        <option value="unknown">{editing.gate.unknown}</option>
        {gate.kind === 'place' && !isKnown && (
          <option value={gate.page}>{nameOf(gate.page)?.label ?? editing.unnamed}</option>
        )}
        {places.map((place) => (
          <option key={place.id} value={place.id}>
            {editing.gate.from(place.label)}
          </option>
        ))}
      </select>
    </span>
  )
}
