import type { Metadata } from 'next'
import { NewsPage } from '@/components/news/NewsPage'
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
  return <NewsPage list={await loadNews(await readQuery(searchParams, routes.news))} />
}
