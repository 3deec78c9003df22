import { FrontSheet } from '@/components/front/FrontSheet'
import { loadFrontPage } from '@/lib/front/loaders'
import { loadSite } from '@/lib/wiki/site'

export default async function FrontPage() {
  const [site, front] = await Promise.all([loadSite(), loadFrontPage(new Date())])
  return <FrontSheet site={site} front={front} />
}
