import type { Metadata } from 'next'
import { ModerationHome } from '@/components/moderation/ModerationHome'
import { loadModerationHome } from '@/lib/moderation/loaders'
import { reports } from '@/lib/texts/en/reports'

export const metadata: Metadata = { title: reports.home.title, robots: { index: false } }

export default async function Moderation() {
  return <ModerationHome home={await loadModerationHome()} />
}
