import type { ReactNode } from 'react'

/** An empty state: a sentence, and what to do about it. */
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
