import type { AnyContent, ContentKind } from '@/lib/kinds/registry'
import { factRows } from './fact'
import { fileRows } from './file'
import { type KindRows, noRows } from './kind-rows'
import { pageRows } from './page'
import { sourceRows } from './source'

/** The kinds that have rows of their own. */
const rows: Partial<Record<ContentKind, unknown>> = {
  page: pageRows,
  fact: factRows,
  source: sourceRows,
  file: fileRows,
}

/** The row functions of a kind. */
export const rowsOf = (kind: ContentKind) => (rows[kind] ?? noRows) as KindRows<AnyContent>
