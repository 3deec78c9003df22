import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { SimilarToCase } from '@/components/facts/SimilarToCase'
import { CasePane } from '@/components/review/CasePane'
import { QueuePane } from '@/components/review/QueuePane'
import { ReviewScreen } from '@/components/review/ReviewScreen'
import { Conversation, ToConversation } from '@/components/talk/Conversation'
import { type Query, readQuery, readSegments } from '@/lib/input/address'
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
  params: Promise<{ id: string }>
  searchParams: Query
}

export default async function ReviewCase({ params, searchParams }: Props) {
  const id = numberOfAddress((await readSegments(params)).id) ?? notFound()
  const query = await readQuery(searchParams, routes.reviewCase)
  const view = queueViewOf(query)
  const moderator = await requireModerator()
  const [queue, shown, done, said] = await Promise.all([
    loadQueue(view),
    loadCaseInQueue(id, view.of),
    loadDecided(numberOfAddress(query.decided)),
    loadConversation(id),
  ])
  const now = new Date()
  return (
    <ReviewScreen queue={<QueuePane queue={queue} current={id} shows="case" now={now} />} shows="case">
      <CasePane
        view={view}
        shown={shown}
        done={done}
        you={moderator.id}
        level="h1"
        now={now}
        similar={<SimilarToCase similar={await similarToCase(moderator, shown.found)} />}
        conversation={said && <Conversation said={said} />}
        toConversation={said && <ToConversation said={said} />}
      />
    </ReviewScreen>
  )
}
