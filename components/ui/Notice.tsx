import type { ReactNode } from 'react'

export interface NoticeAction {
  label: string
  path: string
  isMain?: boolean
}

/** A page with one message: what is wrong, and what to do. */
export function Notice({
  title,
  eyebrow,
  lead,
  actions,
  isMissing,
  children,
}: {
  title: string
  eyebrow?: string
  lead: ReactNode
  actions: NoticeAction[]
  /** Something may stand here later; who has sent it sees it here already. */
  isMissing?: boolean
  children?: ReactNode
}) {
  return (
    <main className="sheet notice" id="text" {...(isMissing && { 'data-missing': '' })}>
      {eyebrow && <span className="eyebrow">{eyebrow}</span>}
      <h1 className="title" dir="auto">
        {title}
      </h1>
      <p className="lead">{lead}</p>
      {children}
      {actions.length > 0 && (
        <p className="actions">
          {actions.map(({ label, path, isMain }) => (
            <a key={path} className={isMain ? 'btn yes' : 'btn'} href={path}>
              {label}
            </a>
          ))}
        </p>
      )}
    </main>
  )
}
