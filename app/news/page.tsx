import type { Metadata } from 'next'
import { NewsPage } from '@/components/news/NewsPage'
import { loadGreeting } from '@/lib/greeting/loaders'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadNews } from '@/lib/news/loaders'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().news.title,
  robots: { index: false },
})

interface Props {
  searchParams: Query
}

export default async function News({ searchParams }: Props) {
  const list = await loadNews(await readQuery(searchParams, routes.news))
  const isBeginning = list.view.family === null && list.view.before === null
  return <NewsPage list={list} greeting={isBeginning ? await loadGreeting() : null} />
}
