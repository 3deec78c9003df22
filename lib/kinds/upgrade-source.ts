import { upgradeNothing } from './kind'
import type { SourceContent } from './schemas/source'

/** Version 1 had no language and no identifiers, and did not say which page is about a work. */
type First = Omit<SourceContent, 'language' | 'doi' | 'isbn' | 'derivedFrom'> & {
  derivedFrom: Exclude<SourceContent['derivedFrom'], { kind: 'work' }> | { kind: 'work' }
}

/** A source of an earlier version in the current shape. Throws on a version that this code does not know. */
export function upgradeSource(content: unknown, version: number): SourceContent {
  if (version !== 1) return upgradeNothing(content, version)
  const { derivedFrom, ...first } = content as First
  return {
    ...first,
    ...{ language: null, doi: null, isbn: null },
    derivedFrom: derivedFrom.kind === 'work' ? { kind: 'work', page: null } : derivedFrom,
  }
}
