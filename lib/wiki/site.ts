import { cache } from 'react'
import { reads } from '@/db/postgres/client'
import { findSettings } from '@/db/wiki/wiki'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { messages } from '@/lib/messages/messages'

/** The wiki's description of itself. */
export interface Site {
  name: string
  /** One sentence: what it is about. */
  sentence: string
  /** The id of the page that the front page features; null where none is chosen. */
  featured: number | null
}

/** The wiki's settings with their defaults. Read once a render. */
export const loadSite = cache(async (): Promise<Site> => {
  recordDependency(tags.settings)
  const settings = await findSettings(reads())
  const featured = settings.get('featured_page')
  return {
    name: textOf(settings.get('name')) ?? messages().frame.unnamed,
    sentence: textOf(settings.get('sentence')) ?? messages().reading.front.unnamedSentence,
    featured: typeof featured === 'number' ? featured : null,
  }
})

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
