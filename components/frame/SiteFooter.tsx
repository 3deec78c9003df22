import { LateLockForm } from '@/components/content/LateLock'
import { Licences } from '@/components/entries/Licences'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import { OWN_LICENCE } from '@/lib/publishing/licences'
import { paths } from '@/lib/routes'
import { SchemeChoice } from './SchemeChoice'

/** The foot of every page. */
export function SiteFooter() {
  const { frame } = messages()
  return (
    <StaticHtml as="footer" className="site-foot">
      <nav aria-label={frame.footer}>
        <a href={paths.recent()}>{frame.recent}</a>
        <a href={paths.log()}>{frame.log}</a>
        <a href={paths.pages()}>{frame.allPages}</a>
        <a href={paths.facts()}>{frame.facts}</a>
        <a href={paths.sources()}>{frame.sources}</a>
        <a href={paths.files()}>{frame.files}</a>
        <a href={paths.fileReport()} rel="nofollow">
          {messages().reports.siteLink}
        </a>
      </nav>
      <p>
        {frame.licence} <Licences of={[{ licence: OWN_LICENCE, origin: null }]} />
      </p>
      <LateLockForm />
      <SchemeChoice />
      <p className="leaf" aria-hidden="true">
        ❧
      </p>
    </StaticHtml>
  )
}
