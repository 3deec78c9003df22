import type { Citation } from './citation'

/** A citation as a new one starts, but for its source: whatever is not known is not claimed. */
export const freshCitation: Omit<Citation, 'source'> = {
  stance: 'supports',
  directness: 'report',
  opened: 'not_yet',
  locator: null,
  quote: null,
  via: null,
  note: null,
}

/** A citation with everything but its source as it most often is. */
export const citationOf = (source: number, rest: Partial<Citation> = {}): Citation => ({
  source,
  ...freshCitation,
  ...rest,
})
