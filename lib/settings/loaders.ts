import { cache } from 'react'
import { reads } from '@/db/postgres/client'
import { recordDependency } from '@/lib/cache/dependencies'
import { tags } from '@/lib/cache/tags'
import { readSettings, type Settings } from './settings'

/** The wiki's settings, read once a render, which is made anew when one changes. */
export const loadSettings = cache(async (): Promise<Settings> => {
  recordDependency(tags.settings)
  return readSettings(reads())
})
