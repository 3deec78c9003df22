import type { ReactNode } from 'react'
import { stash } from '@/lib/cache/stash'
import { routes } from '@/lib/routes'
import { beginningOf } from '@/lib/routes/row'
import { StaticHtmlPart, type StaticHtmlProps } from './StaticHtmlPart'

/**
 * A part of a page that is rendered once, as HTML, and not a second time as React data. It holds no client components. A
 * `main` is in the element that shows cards of its references and links.
 * Private pages and development render it normally.
 */
export function StaticHtml(props: StaticHtmlProps & { children: ReactNode }) {
  if (props.as !== 'main') return <Part {...props} />
  return (
    <loreleaf-reading data-pages={beginningOf(routes.page)} data-previews={beginningOf(routes.pagePreview)}>
      <Part {...props} />
    </loreleaf-reading>
  )
}

function Part({ children, ...part }: StaticHtmlProps & { children: ReactNode }) {
  const place = process.env.NODE_ENV === 'production' ? stash(children) : null
  if (place !== null) return <StaticHtmlPart {...part} place={place} />
  const { as: Tag, ...attributes } = part
  return <Tag {...attributes}>{children}</Tag>
}
