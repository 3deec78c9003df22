import type { ReactNode } from 'react'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { Tabs } from '@/components/ui/Tabs'
import type { FoundEntry } from '@/lib/entries/at-address'
import { entryPath, historyPath, infoPath, linksPath, talkPath } from '@/lib/entries/paths'
import { kindOf } from '@/lib/kinds/registry'
import { messages } from '@/lib/messages/messages'
import { talkTab } from './talk-tab'
import '@/components/styles/history.css'

interface Props {
  entry: FoundEntry
  here: 'links' | 'info'
  children: ReactNode
}

/** Frame of an entry's secondary pages (history, links, information), with tabs between them. */
export function EntryFrame({ entry, here, children }: Props) {
  const { history, aboutEntry } = messages()
  const { isTitled, texts } = kindOf(entry.kind)
  return (
    <StaticHtml as="main" className="sheet history" id="text" data-entry={entry.id}>
      <span className="eyebrow">{here === 'links' ? texts().links : aboutEntry.info.heading}</span>
      <h1 className={isTitled ? 'title' : 'title sentence'} dir="auto">
        {entry.label}
      </h1>
      <Tabs
        label={aboutEntry.tabs}
        tabs={[
          { label: texts().one, path: entryPath(entry) },
          talkTab(talkPath(entry)),
          { label: history.tabs.history, path: historyPath(entry) },
          { label: texts().links, path: linksPath(entry), isCurrent: here === 'links' },
          { label: aboutEntry.info.heading, path: infoPath(entry), isCurrent: here === 'info' },
        ]}
      />
      {children}
    </StaticHtml>
  )
}
