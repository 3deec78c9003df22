import type { NewPages, NewSources } from '@/components/editor/citations/references'
import type { ContentKind, ContentOf } from '@/lib/kinds/registry'
import type { WrittenKind } from '@/lib/kinds/written/written-kind'
import { WRITTEN_AS } from '@/lib/sessions/written-as'
import { assemble } from './assemble'
import type { Target } from './target'

interface Written<K extends ContentKind> {
  content: ContentOf[K]
  summary: string
  isMinor: boolean
  baseNumber: number | null
  newSources: NewSources
  newPages?: NewPages
}

/** What a form sends, without the idempotency key: the same content gives the same text. */
export function requestOf<K extends ContentKind>(
  kind: WrittenKind<K>,
  target: Target,
  form: Written<K>,
): string {
  const { content, sources, pages } = assemble(kind, form.content, form.newSources, form.newPages)
  const { summary, isMinor, baseNumber } = form
  return JSON.stringify({ summary, isMinor, ...target, baseNumber, content, sources, pages })
}

/**
 * The same as form data, written by `writer` (`markOf`), with further fields; `account` is the name and password that
 * it is sent with.
 */
export function dataOf(request: string, also: object, writer: string, account?: FormData): FormData {
  const data = new FormData()
  data.set(WRITTEN_AS, writer)
  for (const [name, value] of account ?? []) data.set(name, value)
  data.set('json', JSON.stringify({ ...JSON.parse(request), ...also }))
  return data
}
