import type { Picture } from '@/lib/files/picture'

/** A work as a bibliography names it, in the terms of CSL 1.0.2. */
export interface Cited {
  type: string
  title: string
  authors: string[]
  /** Where it appeared; null for this wiki itself. */
  container: string | null
  /** A date that may be partly known: year, year and month, or full (ISO 8601). */
  issued: string | null
  /** Its address, or a path here. */
  url: string | null
  archiveUrl: string | null
}

/** An entry as it is shown where others share it: on a card, in a picture of a link, in a bibliography. */
export interface SharedEntry {
  number: number
  path: string
  /** In a list of links. */
  title: string
  /** What stands above its words: its kind. */
  eyebrow: string
  /** Its title, or what it says. */
  words: string
  /** One line below them. */
  detail: string | null
  picture: Picture | null
  cited: Cited
}
