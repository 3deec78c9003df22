import { Licences } from '@/components/entries/Licences'
import { Still } from '@/components/ui/Still'
import { OWN_LICENCE } from '@/lib/entries/licences'
import { frame } from '@/lib/texts/en/frame'
import { reports } from '@/lib/texts/en/reports'
import { SchemeChoice } from './SchemeChoice'

/** The foot of every page. */
export function SiteFooter() {
  return (
    <Still as="footer" className="site-foot">
      <nav>
        <a href="/recent">{frame.recent}</a>
        <a href="/log">{frame.log}</a>
        <a href="/pages">{frame.allPages}</a>
        <a href="/facts">{frame.facts}</a>
        <a href="/sources">{frame.sources}</a>
        <a href="/report" rel="nofollow">
          {reports.siteLink}
        </a>
      </nav>
      <p>
        {frame.licence} <Licences of={[{ licence: OWN_LICENCE, origin: null }]} />
      </p>
      <SchemeChoice />
      <p className="leaf" aria-hidden="true">
        ❧
      </p>
    </Still>
  )
}
