import { Lock } from '@/components/content/Lock'
import { DeletedEntry } from '@/components/entries/DeletedEntry'
import { versionOf } from '@/components/kinds/versions'
import { Notice } from '@/components/ui/Notice'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import type { AtRevision, Permalink } from '@/lib/revisions/permalink'
import { paths } from '@/lib/routes'
import { RevisionBanner } from './RevisionBanner'

/** A version at its permalink, or why it is not shown. */
export function RevisionPage({ at }: { at: AtRevision | null }) {
  const texts = messages().history.permalink
  if (!at) {
    const toRecent = [{ label: messages().history.toRecent, path: paths.recent() }]
    return <Notice title={texts.missing} lead={texts.missingLead} actions={toRecent} />
  }
  if (at.state === 'deleted') return <DeletedEntry deletion={at.deletion} />
  return <Found permalink={at.permalink} />
}

function Found({ permalink }: { permalink: Permalink }) {
  const { said, line, isOpen } = permalink
  const banner = <RevisionBanner permalink={permalink} />
  const openPath = paths.openRevision(line.id)
  if (said.state === 'shown') {
    const Version = versionOf(said.kind)
    return <Version shown={said.shown} banner={banner} openPath={openPath} isOpen={isOpen} />
  }
  return (
    <StaticHtml as="main" className="sheet" id="text" data-entry={line.entry.id}>
      {banner}
      <h1 className="title small" dir="auto">
        {line.entry.label}
      </h1>
      {said.state === 'closed' ? (
        <Lock lock={{ from: said.from, seen: null, short: null }} way={{ path: openPath }} />
      ) : (
        <p className="empty">{messages().history.permalink[said.state]}</p>
      )}
    </StaticHtml>
  )
}
