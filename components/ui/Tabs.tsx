export interface Tab {
  label: string
  /** A quiet word beside its label: a count. */
  note?: string
  path: string
  isCurrent?: boolean
  /** The tab for an action, at the end of the row. */
  isAction?: boolean
}

/** The views of an entry, as links. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.path}
          href={tab.path}
          className={tab.isAction ? 'go' : undefined}
          aria-current={tab.isCurrent ? 'page' : undefined}
        >
          {tab.label}
          {tab.note && <small> {tab.note}</small>}
        </a>
      ))}
    </nav>
  )
}
