import type { Metadata } from 'next'
import { SimilarToCase } from '@/components/facts/SimilarToCase'
import { CasePane } from '@/components/review/CasePane'
import { EmptyQueue } from '@/components/review/EmptyQueue'
import { QueuePane } from '@/components/review/QueuePane'
import { ReviewScreen } from '@/components/review/ReviewScreen'
import { Conversation, ToConversation } from '@/components/talk/Conversation'
import type { Query } from '@/lib/input/address'
import { readQuery } from '@/lib/input/address'
import { numberOfAddress } from '@/lib/input/addresses'
import { messages } from '@/lib/messages/messages'
import { loadCaseInQueue, loadDecided, loadQueue } from '@/lib/review/loaders'
import { queueViewOf } from '@/lib/review/queue-view'
import { routes } from '@/lib/routes'
import { similarToCase } from '@/lib/search/similar-facts'
import { requireModerator } from '@/lib/sessions/session'
import { loadConversation } from '@/lib/talk/conversation/loaders'

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
  const said = await loadConversation(first?.id ?? null)
  const shown = first ? await loadCaseInQueue(first.id, view.of) : null
  const similar = shown ? await similarToCase(moderator, shown.found) : []
  return (
    <ReviewScreen
      queue={<QueuePane queue={queue} current={first?.id ?? null} shows="queue" now={now} />}
      shows="queue"
    >
      {shown ? (
        <CasePane
          view={view}
          shown={shown}
          done={done}
          you={moderator.id}
          level="h2"
          now={now}
          similar={<SimilarToCase similar={similar} />}
          conversation={said && <Conversation said={said} />}
          toConversation={said && <ToConversation said={said} />}
        />
      ) : (
        <EmptyQueue isFiltered={view.of !== null} done={done} />
      )}
    </ReviewScreen>
  )
}
