'use client'
import type { Named } from '@/lib/entries/named'

interface Props {
  id: string
  label: string
  isOpen: boolean
  results: Named[]
  /** The typed text itself, as the last choice. */
  own: string | null
  active: number
  onTake: (index: number) => void
  note: string | null
}

/** Entries whose names match the typed text. Focus stays in the field; `aria-activedescendant` names the active row. */
export function SuggestionList({ id, label, isOpen, results, own, active, onTake, note }: Props) {
  const rows = [
    ...results.map((named) => ({
      key: String(named.id),
      words: named.label,
      detail: named.detail,
      picture: named.picture,
    })),
    ...(own ? [{ key: 'own', words: own, detail: null, picture: undefined }] : []),
  ]
  return (
    <div className="suggestions" hidden={!isOpen}>
      <div role="listbox" id={id} aria-label={label}>
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field that owns the list
          <div
            key={row.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(index)}
          >
            {row.picture && (
              <img className="thumbnail" src={row.picture.address} alt="" width="48" height="48" />
            )}
            <span>{row.words}</span>
            {row.detail && <small>{row.detail}</small>}
          </div>
        ))}
      </div>
      <p role="status" className="quiet">
        {note}
      </p>
    </div>
  )
}
