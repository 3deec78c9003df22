import type { WithheldPart, WithheldStrength } from './strength'

/** From one of an entry's revision numbers to another, both included. */
export interface Range {
  from: number
  to: number
}

/** What is withheld of which revisions, how strongly and why. */
export interface Withholding extends Range {
  entryId: number
  parts: WithheldPart[]
  strength: WithheldStrength
  reason: string
  /** When erasing: words by which copies elsewhere are found too. */
  words: string | null
}
