interface Props {
  legend: string
  name: string
  /** Each choice's value and words, in their order. */
  choices: Readonly<Record<string, string>>
  chosen: string | undefined
  problem?: string | undefined
}

/** One of a few, to be chosen by its words. */
export function Choices({ legend, name, choices, chosen, problem }: Props) {
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      {Object.entries(choices).map(([value, words]) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === chosen} />
          <span>{words}</span>
        </label>
      ))}
      {problem && <p className="problem">{problem}</p>}
    </fieldset>
  )
}
