import type { ReactNode } from 'react'
import { StaticHtml } from '@/components/ui/StaticHtml'
import { messages } from '@/lib/messages/messages'
import { paths } from '@/lib/routes'
import '@/components/styles/ways.css'

/** A list of the wiki: its heading, what it is, and above it where all lists are. */
export function WaySheet({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <StaticHtml as="main" className="sheet wide" id="text">
      <a className="eyebrow" href={`${paths.pages()}#ways`}>
        {messages().ways.all.heading}
      </a>
      <h1 className="title" dir="auto">
        {title}
      </h1>
      <p className="lead">{lead}</p>
      {children}
    </StaticHtml>
  )
}
