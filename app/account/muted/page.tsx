import type { Metadata } from 'next'
import { MutedList } from '@/components/accounts/MutedList'
import { loadMuted } from '@/lib/accounts/mutes/loaders'
import { messages } from '@/lib/messages/messages'

export const generateMetadata = (): Metadata => ({
  title: messages().safety.mute.list,
  robots: { index: false },
})

export default async function MutedPage() {
  return <MutedList people={await loadMuted()} />
}
