import { Lock } from '@/components/content/Lock'
import { EditedLine } from '@/components/entries/EditedLine'
import { EntryTools } from '@/components/entries/EntryTools'
import { LicenceLine } from '@/components/entries/Licences'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { Tabs } from '@/components/ui/Tabs'
import type { ClosedFactView } from '@/lib/facts/loaders'
import { messages } from '@/lib/messages/messages'
import { factToken } from '@/lib/progress/progress'
import { paths } from '@/lib/routes'
import '@/components/styles/factsheet.css'

/** The page of a fact behind a spoiler lock: until where it is closed, and the link that opens it. */
export function ClosedFactSheet({ fact }: { fact: ClosedFactView }) {
  const { facts, reading } = messages()
  const path = paths.fact(fact.number)
  return (
    <StaticHtml as="main" className="sheet factsheet" id="text" data-entry={fact.head.id}>
      <a className="eyebrow" href={paths.facts()}>
        {facts.all}
      </a>
      <h1 className="title">{facts.closedTitle(fact.number)}</h1>
      <Tabs
        label={reading.tabs.label}
        tabs={[
          { label: facts.tab, path, isCurrent: true },
          { label: facts.history, path: paths.factHistory(fact.number) },
          { label: facts.edit, path: paths.editFact(fact.number), isAction: true },
        ]}
      />
      <Lock lock={fact.lock} token={factToken(fact.number)} way={{ path: fact.openPath }} />
      <footer className="foot">
        <p className="quiet">
          <EditedLine head={fact.head} />
        </p>
        <LicenceLine of={[fact.head]} />
        <EntryTools entry={fact.head} />
      </footer>
    </StaticHtml>
  )
}
