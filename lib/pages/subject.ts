import type { PageKind } from '@/db/wiki/page-kinds'
import { plainText } from '@/lib/content/plain-text'
import { openInfobox, type PageContent } from '@/lib/kinds/schemas/page'

/**
 * What a page is about, as a type of schema.org: by the kind's own words, looked for in what stands in the title's
 * brackets and in the field `type`; else what the kind's properties tell. Null for a category, which is a list.
 */
export function subjectTypeOf(kind: PageKind | null, content: PageContent): string | null {
  if (!kind || kind.isCategory) return null
  const [, bracket = ''] = /\(([^()]*)\)\s*$/.exec(content.title) ?? []
  const said = `${bracket} ${plainText(openInfobox(content).type ?? [])}`.toLowerCase()
  const { '': rest, ...words } = kind.schemaTypes
  const [, named] = Object.entries(words).find(([word]) => said.includes(word.toLowerCase())) ?? []
  return named ?? rest ?? (kind.isPerson ? 'Person' : kind.hasOrdinal ? 'CreativeWork' : 'Thing')
}
