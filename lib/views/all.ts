import type { ContentKind } from '@/lib/kinds/registry'
import type { EditFormData } from '@/lib/submissions/load'
import { factViews } from './fact'
import { fileViews } from './file'
import type { KindViews } from './kind-views'
import { pageViews } from './page'
import { sourceViews } from './source'

const views = { page: pageViews, fact: factViews, source: sourceViews, file: fileViews }

type Views = { [K in ContentKind]: (typeof views)[K] }

/** The preview of each kind. */
export type PreviewOf = { [K in ContentKind]: Awaited<ReturnType<Views[K]['look']>> }

/** The view of each kind's published entries. */
export type ViewOf = {
  [K in ContentKind]: Views[K] extends KindViews<K, infer _L, infer V, infer _D> ? V : never
}

/** The form data of each kind. */
export type FormDataOf = { [K in ContentKind]: Awaited<ReturnType<Views[K]['complete']>> }

/** What is looked up to show a kind. */
export const viewsOf = <K extends ContentKind>(kind: K) =>
  views[kind] as unknown as KindViews<K, PreviewOf[K], ViewOf[K], FormDataOf[K] & EditFormData<K>>
