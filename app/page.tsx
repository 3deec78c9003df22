import type { Metadata } from 'next'
import { FrontSheet } from '@/components/front/FrontSheet'
import { StructuredData } from '@/components/sharing/StructuredData'
import { loadFrontPage } from '@/lib/front/loaders'
import { paths } from '@/lib/routes'
import { headOf, wikiFeeds } from '@/lib/sharing/heads'
import { wikiData } from '@/lib/sharing/json-ld/wiki'
import { loadSite } from '@/lib/wiki/site'

export const generateMetadata = (): Promise<Metadata> =>
  headOf({ title: null, path: paths.home(), feeds: wikiFeeds() })

export default async function FrontPage() {
  const [site, front] = await Promise.all([loadSite(), loadFrontPage(new Date())])
  return (
    <>
      <FrontSheet site={site} front={front} />
      <StructuredData data={wikiData(site)} />
    </>
  )
}
