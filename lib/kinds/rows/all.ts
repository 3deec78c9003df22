import type { AnyContent, ContentKind } from '@/lib/kinds/registry'
import { factRows } from './fact'
import { type KindRows, noRows } from './kind-rows'
import { pageRows } from './page'

/** Those of the kinds that have any. */
const rows: Partial<Record<ContentKind, unknown>> = { page: pageRows, fact: factRows }

/** What of a kind stands in rows of its own. */
export const rowsOf = (kind: ContentKind) => (rows[kind] ?? noRows) as KindRows<AnyContent>
