import { Notice } from '@/components/ui/Notice'
import type { AtAddress } from '@/lib/entries/at-address'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import { ClosedEntry } from './ClosedEntry'
import { DeletedEntry } from './DeletedEntry'

/** Shown in place of a history, links or information when the entry is gone, closed or never existed. */
export function NoEntry({ at }: { at: Extract<AtAddress, { state: 'deleted' | 'closed' | 'missing' }> }) {
  const { history } = messages()
  if (at.state === 'deleted') return <DeletedEntry deletion={at.deletion} />
  if (at.state === 'closed') return <ClosedEntry closed={at.closed} />
  const toRecent = [{ label: history.toRecent, path: paths.recent() }]
  return <Notice title={history.missing.title} lead={history.missing.lead} actions={toRecent} />
}
