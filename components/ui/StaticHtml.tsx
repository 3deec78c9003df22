import type { ReactNode } from 'react'
import { stash } from '@/lib/cache/stash'
import { StaticHtmlPart, type StaticHtmlProps } from './StaticHtmlPart'

/**
 * A part of a page that is rendered once, as HTML, and not a second time as React data. It holds no client components.
 * Private pages and development render it normally.
 */
export function StaticHtml({ children, ...part }: StaticHtmlProps & { children: ReactNode }) {
  const place = process.env.NODE_ENV === 'production' ? stash(children) : null
  if (place !== null) return <StaticHtmlPart {...part} place={place} />
  const { as: Tag, ...attributes } = part
  return <Tag {...attributes}>{children}</Tag>
}
