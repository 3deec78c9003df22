import type { AnyContent, ContentKind } from '@/lib/kinds/registry'
import { factRows } from './fact'
import { type KindRows, noRows } from './kind-rows'
import { pageRows } from './page'

const rows = { page: pageRows, fact: factRows, source: noRows }

/** What of a kind stands in rows of its own. */
export const rowsOf = (kind: ContentKind) => rows[kind] as KindRows<AnyContent>
