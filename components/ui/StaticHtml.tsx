import type { ReactNode } from 'react'
import { stash } from '@/lib/cache/stash'
import { StaticHtmlPart, type StaticHtmlProps } from './StaticHtmlPart'

/**
 * A part of a page in which nothing of the framework runs: made once, on the server, and not told to the browser a second
 * time as data. It holds no client components; what scripts do in it they do from outside (`Openers`). A page for one
 * visitor, and development, show it like anything else.
 */
export function StaticHtml({ children, ...part }: StaticHtmlProps & { children: ReactNode }) {
  const place = process.env.NODE_ENV === 'production' ? stash(children) : null
  if (place !== null) return <StaticHtmlPart {...part} place={place} />
  const { as: Tag, ...attributes } = part
  return <Tag {...attributes}>{children}</Tag>
}
