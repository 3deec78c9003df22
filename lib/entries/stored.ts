import { CONTENT_VERSION } from '@/lib/content/content'
import type { FactContent } from '@/lib/facts/schema'
import type { PageContent } from '@/lib/pages/schema'
import type { SourceContent } from '@/lib/sources/schema'

/** Content as the database gives it: validated when it was written, in the shapes of that `schemaVersion`. */
export interface Stored {
  content: unknown
  schemaVersion: number
}

/** A page's stored content in today's shape. Throws on a version that this code does not know. */
export const storedPage = (stored: Stored) => known(stored) as PageContent

/** A fact's stored content in today's shape. Throws on a version that this code does not know. */
export const storedFact = (stored: Stored) => known(stored) as FactContent

/** A source's stored content in today's shape. Throws on a version that this code does not know. */
export const storedSource = (stored: Stored) => known(stored) as SourceContent

function known({ content, schemaVersion }: Stored): unknown {
  if (schemaVersion !== CONTENT_VERSION) throw new Error(`content of unknown version ${schemaVersion}`)
  return content
}
