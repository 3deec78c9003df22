import type { ReactNode } from 'react'
import { paths } from '@/lib/routes'

interface Props {
  /** What the form says, by its names. */
  says: Record<string, string | number>
  /** Where to go then. */
  next: string
  label?: string | undefined
  isPrimary?: boolean
  children: ReactNode
}

/** A button of a plain form about what somebody watches. */
export const WatchForm = ({ says, next, label, isPrimary, children }: Props) => (
  <form method="post" action={paths.changeWatch()}>
    {Object.entries({ ...says, next }).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <button type="submit" className={isPrimary ? 'btn yes' : 'btn'} aria-label={label}>
      {children}
    </button>
  </form>
)
