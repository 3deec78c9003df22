'use client'
import type { ReactNode } from 'react'
import { stashed } from '@/lib/cache/stash'

export interface StaticHtmlProps {
  as: 'main' | 'header' | 'footer' | 'nav'
  id?: string
  className?: string
  popover?: 'auto'
  'aria-label'?: string
  'data-entry'?: number
}

/**
 * The part as the server makes it of what was stashed. It is a client component only so that the framework passes it on
 * to the half of a render that makes HTML: on pages with such parts React does not run in the browser.
 */
export const StaticHtmlPart = ({ as: Tag, place, ...attributes }: StaticHtmlProps & { place: number }) => (
  <Tag {...attributes}>{stashed(place) as ReactNode}</Tag>
)
