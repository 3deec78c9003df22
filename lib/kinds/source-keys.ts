import { addressKey } from '@/lib/addresses/address-key'
import type { SourceContent } from '@/lib/kinds/schemas/source'

/** What identifies a source, as far as it is known. */
export type Identified = Partial<Pick<SourceContent, 'type' | 'url' | 'archiveUrl' | 'doi' | 'isbn'>>

/**
 * The keys that a source is found by in whatever clothes: of its address and its archived copy, its DOI, and its ISBN
 * unless it is only a chapter of the book.
 */
export function sourceKeys({ type, url, archiveUrl, doi, isbn }: Identified): string[] {
  const keys = [
    url && addressKey(url),
    archiveUrl && addressKey(archiveUrl),
    doi && `doi:${doi}`,
    isbn && type !== 'chapter' && `isbn:${isbn}`,
  ]
  return [...new Set(keys.filter((key) => typeof key === 'string' && key !== '') as string[])]
}
