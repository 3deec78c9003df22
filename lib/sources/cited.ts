import { recordOf } from '@/lib/citations/record'
import type { SourceContent } from '@/lib/kinds/schemas/source'

/** A source as a bibliography names it, in the terms of CSL 1.0.2. */
export function citedSource(number: number, content: SourceContent) {
  const { type, authors, publisher, issued, url, archiveUrl } = content
  const { title } = recordOf(number, content)
  return { type, title, authors, container: publisher ?? '', issued, url, archiveUrl }
}
