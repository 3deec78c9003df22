import type { ContentKind } from '@/lib/kinds/registry'

/** An entry as a form shows it: its label and its path. */
export interface Named {
  id: number
  kind: ContentKind
  label: string
  path: string
  /** A detail that distinguishes it: a page's kind, a fact's number, a source's publisher. */
  detail: string | null
  /** The picture of a file, with its size in pixels. */
  picture?: { address: string; width: number; height: number }
}

/** A season, episode or volume that a gate can name. */
export interface GatePlace {
  id: number
  label: string
}
