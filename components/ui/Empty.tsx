import type { ReactNode } from 'react'

/** What stands where something could be: a sentence, and what to do about it. */
export function Empty({
  children,
  action,
}: {
  children: ReactNode
  action?: { label: string; path: string }
}) {
  return (
    <p className="empty">
      {children}
      {action && (
        <>
          {' '}
          <a href={action.path}>{action.label}</a>
        </>
      )}
    </p>
  )
}
