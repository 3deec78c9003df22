import type { Cited } from '@/lib/views/shared-entry'

/** A work as it is cited, its addresses absolute. */
export interface CitedWork extends Omit<Cited, 'container'> {
  /** Its name in a bibliography: small letters, digits, hyphens. */
  key: string
  /** Where it appeared; null where that is unknown. */
  container: string | null
}

/** Makes a work of what an entry says of itself. */
export const citedWork = (cited: Cited, key: string, wiki: string, origin: string): CitedWork => ({
  ...cited,
  key,
  container: cited.container === null ? wiki : cited.container || null,
  url: cited.url?.startsWith('/') ? origin + cited.url : cited.url,
})
