import type { Metadata } from 'next'
import { WatchlistPage } from '@/components/news/WatchlistPage'
import { messages } from '@/lib/messages/messages'
import { loadWatchlist } from '@/lib/news/loaders'

export const generateMetadata = (): Metadata => ({
  title: messages().watching.title,
  robots: { index: false },
})

export default async function Watchlist() {
  return <WatchlistPage list={await loadWatchlist()} />
}
