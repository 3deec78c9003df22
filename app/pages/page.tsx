import type { Metadata } from 'next'
import { KindsOverview } from '@/components/pages/KindLists'
import { WaysSection } from '@/components/ways/WaysIn'
import { messages } from '@/lib/messages/messages'
import { loadKinds } from '@/lib/pages/lists'

export const generateMetadata = (): Metadata => ({ title: messages().reading.pages.title })

export default async function AllPages() {
  return (
    <KindsOverview kinds={await loadKinds()}>
      <WaysSection />
    </KindsOverview>
  )
}
