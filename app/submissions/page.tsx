import type { Metadata } from 'next'
import { OwnList } from '@/components/submissions/OwnList'
import { requireAccount } from '@/lib/accounts/loaders'
import { loadGreeting } from '@/lib/greeting/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { paths, routes } from '@/lib/routes'
import { listOwn } from '@/lib/submissions/own-list'
import { ownViewOf } from '@/lib/submissions/own-view'

export const generateMetadata = (): Metadata => ({
  title: messages().review.submissions.title,
  robots: { index: false },
})

interface Props {
  searchParams: Query
}

export default async function Submissions({ searchParams }: Props) {
  const view = ownViewOf(await readQuery(searchParams, routes.submissions))
  const list = await listOwn(await requireAccount(paths.submissions(view)), view)
  const isBeginning = view.state === null && view.before === null
  return <OwnList list={list} greeting={isBeginning ? await loadGreeting() : null} />
}
