'use client'
import type { ReactNode } from 'react'
import { stashed } from '@/lib/cache/stash'

export interface StaticHtmlProps {
  as: 'main' | 'footer' | 'nav'
  id?: string
  className?: string
  'aria-label'?: string
  'data-entry'?: number
}

/**
 * The server renders the stashed HTML. The browser reuses the HTML that it finds in the page, also if it has to render
 * the page again.
 */
export function StaticHtmlPart({ as: Tag, place, ...attributes }: StaticHtmlProps & { place: number }) {
  if (typeof document === 'undefined')
    return (
      <Tag {...attributes} data-still={place}>
        {stashed(place) as ReactNode}
      </Tag>
    )
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: what React itself made, escaped, on the server
    <Tag {...attributes} data-still={place} suppressHydrationWarning dangerouslySetInnerHTML={found(place)} />
  )
}

/** Read only when the page is rendered again: serializing a long page takes a phone a tenth of a second. */
const found = (place: number) => ({
  get __html() {
    return document.querySelector(`[data-still="${place}"]`)?.innerHTML ?? ''
  },
})
