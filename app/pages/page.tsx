import type { Metadata } from 'next'
import { KindsOverview } from '@/components/pages/KindLists'
import { WaysSection } from '@/components/ways/WaysIn'
import { messages } from '@/lib/messages/messages'
import { loadKinds } from '@/lib/pages/lists'
import { paths } from '@/lib/routes'
import { headOf, wikiFeeds } from '@/lib/sharing/heads'

export const generateMetadata = (): Promise<Metadata> =>
  headOf({ title: messages().reading.pages.title, path: paths.pages(), feeds: wikiFeeds() })

export default async function AllPages() {
  return (
    <KindsOverview kinds={await loadKinds()}>
      <WaysSection />
    </KindsOverview>
  )
}
