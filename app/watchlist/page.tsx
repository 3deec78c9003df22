import type { Metadata } from 'next'
import { WatchlistPage } from '@/components/news/WatchlistPage'
import { type Query, readQuery } from '@/lib/input/address'
import { messages } from '@/lib/messages/messages'
import { loadWatchlist } from '@/lib/news/loaders'
import { routes } from '@/lib/routes'

export const generateMetadata = (): Metadata => ({
  title: messages().watching.title,
  robots: { index: false },
})

export default async function Watchlist({ searchParams }: { searchParams: Query }) {
  return <WatchlistPage list={await loadWatchlist(await readQuery(searchParams, routes.watchlist))} />
}
