export interface Tab {
  label: string
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
        </a>
      ))}
    </nav>
  )
}
