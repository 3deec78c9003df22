import { Lock } from '@/components/content/Lock'
import { StaticHtml } from '@/components/ui/StaticHtml'
import type { Closing } from '@/lib/entries/at-address'
import { messages } from '@/lib/messages/messages'

/** Shown in place of a page or a picture that is closed to the reader: a lock with its place, and nothing else. */
export function ClosedEntry({ closed }: { closed: Closing }) {
  const { reading } = messages()
  return (
    <StaticHtml as="main" className="sheet" id="text">
      <h1 className="title">{reading.closedEntry.title}</h1>
      <Lock lock={closed.lock} />
      <p className="quiet">{reading.closedEntry.why}</p>
    </StaticHtml>
  )
}
