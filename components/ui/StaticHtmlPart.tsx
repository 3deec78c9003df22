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
 * The server shows what was stashed. The browser takes what it finds there for what it would show, and looks at it no
 * further; should it ever have to make the page anew, it makes it of that.
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

/** Asked for only when the page has to be made anew: to spell out a long page takes a phone a tenth of a second. */
const found = (place: number) => ({
  get __html() {
    return document.querySelector(`[data-still="${place}"]`)?.innerHTML ?? ''
  },
})
