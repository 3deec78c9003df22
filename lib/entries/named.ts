import type { ContentKind } from '@/lib/kinds/registry'

/** An entry as a form shows it: what it is called and where it is read. */
export interface Named {
  id: number
  kind: ContentKind
  label: string
  path: string
  /** One more word to tell it from others: a page's kind, a fact's number, a source's publisher. */
  detail: string | null
}

/** A season, episode or volume that a gate can name. */
export interface GatePlace {
  id: number
  label: string
}
