import { normalizeContent } from '@/lib/content/normalize'
import { contentOf, type EntryContent, kindOf } from '@/lib/kinds/registry'
import { factText } from './fact-text'
import { pageText } from './page-text'
import type { Place, Shape } from './shape'
import { sourceText } from './source-text'

const texts = { page: pageText, fact: factText, source: sourceText }

/** What an entry says in its revision `number`, as it is stored. */
export function textOf(
  shape: Shape,
  { kind, index }: Pick<Place, 'kind' | 'index'>,
  number: number,
): EntryContent {
  return contentOf(kind, normalizeContent(kindOf(kind), texts[kind](shape, index, number)))
}
