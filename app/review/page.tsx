import type { Metadata } from 'next'
import { CasePane } from '@/components/moderation/CasePane'
import { Desk } from '@/components/moderation/Desk'
import { NothingWaits } from '@/components/moderation/NothingWaits'
import { QueuePane } from '@/components/moderation/QueuePane'
import { numberOfAddress } from '@/lib/entries/addresses'
import type { Query } from '@/lib/input/address'
import { readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { routes } from '@/lib/routes'
import { loadCaseInQueue, loadDecided, loadQueue, requireModerator } from '@/lib/submissions/loaders'
import { queueViewOf } from '@/lib/submissions/queue-view'

export const generateMetadata = (): Metadata => ({ title: messages().review.title, robots: { index: false } })

interface Props {
  searchParams: Query
}

export default async function Review({ searchParams }: Props) {
  const query = await readQuery(searchParams, routes.review)
  const view = queueViewOf(query)
  const moderator = await requireModerator()
  const [queue, done] = await Promise.all([loadQueue(view), loadDecided(numberOfAddress(query.decided))])
  const now = new Date()
  const [first] = queue.lines
  return (
    <Desk
      queue={<QueuePane queue={queue} current={first?.id ?? null} shows="queue" now={now} />}
      shows="queue"
    >
      {first ? (
        <CasePane
          view={view}
          shown={await loadCaseInQueue(first.id, view.of)}
          done={done}
          you={moderator.id}
          level="h2"
          now={now}
        />
      ) : (
        <NothingWaits isFiltered={view.of !== null} done={done} />
      )}
    </Desk>
  )
}
