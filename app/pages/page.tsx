import type { Metadata } from 'next'
import { KindsOverview } from '@/components/pages/KindLists'
import { loadKinds } from '@/lib/pages/lists'
import { reading } from '@/lib/texts/en/reading'

export const metadata: Metadata = { title: reading.pages.title }

export default async function AllPages() {
  return <KindsOverview kinds={await loadKinds()} />
}
