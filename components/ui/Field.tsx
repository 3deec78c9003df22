import { type ReactNode, useId } from 'react'

export interface FieldProps {
  label: string
  hint?: string
  /** The problem, as a sentence. */
  problem?: string | undefined
}

/** The attributes that connect a control to its label, hint and problem. */
interface Ties {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** Wraps a control with its label, hint and problem, which are announced with it. */
export function Field({
  label,
  hint,
  problem,
  children,
}: FieldProps & { children: (ties: Ties) => ReactNode }) {
  const id = useId()
  const describedBy = [problem && `${id}-problem`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        'aria-invalid': problem ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {problem && (
        <p id={`${id}-problem`} className="problem">
          {problem}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
    </div>
  )
}
