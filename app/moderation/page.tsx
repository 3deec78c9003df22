import type { Metadata } from 'next'
import { ModerationHome } from '@/components/moderation/ModerationHome'
import { messages } from '@/lib/messages/messages'
import { loadModerationHome } from '@/lib/review/counts'

export const generateMetadata = (): Metadata => ({
  title: messages().reports.home.title,
  robots: { index: false },
})

export default async function Moderation() {
  return <ModerationHome home={await loadModerationHome()} />
}
