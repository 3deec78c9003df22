import { useId } from 'react'

interface Props {
  legend: string
  name: string
  /** Each choice's value and label, in order. */
  choices: Readonly<Record<string, string>>
  chosen: string | undefined
  /** The problem, as a sentence. */
  problem?: string | undefined
}

/** Radio buttons with labels; a problem is announced with them. */
export function Choices({ legend, name, choices, chosen, problem }: Props) {
  const id = useId()
  return (
    <div
      className="choices"
      role="radiogroup"
      tabIndex={problem ? -1 : undefined}
      aria-labelledby={`${id}-legend`}
      aria-invalid={problem ? true : undefined}
      aria-describedby={problem ? `${id}-problem` : undefined}
    >
      <span id={`${id}-legend`} className="legend">
        {legend}
      </span>
      {problem && (
        <p id={`${id}-problem`} className="problem">
          {problem}
        </p>
      )}
      {Object.entries(choices).map(([value, words]) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span dir="auto">{words}</span>
        </label>
      ))}
    </div>
  )
}
