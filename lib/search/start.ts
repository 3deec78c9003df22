import { findNewPages } from '@/db/pages/pages'
import { reads } from '@/db/postgres/client'
import { readerScope } from '@/lib/places/loaders'
import { paths } from '@/lib/routes'

/** What search shows before anything is asked. */
export interface Start {
  newPages: { label: string; path: string }[]
}

const NEW_PAGES = 8

/** Loads it: the newest pages. */
export async function loadSearchStart(): Promise<Start> {
  const rows = await findNewPages(reads(), await readerScope(), NEW_PAGES)
  return { newPages: rows.map(({ label }) => ({ label, path: paths.page(label) })) }
}
