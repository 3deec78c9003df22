import type { Citation } from './citation'

/** The defaults of a new citation without its source: nothing unknown is claimed. */
export const freshCitation: Omit<Citation, 'source'> = {
  stance: 'supports',
  directness: 'report',
  opened: 'not_yet',
  locator: null,
  quote: null,
  via: null,
  note: null,
}

/** A citation with the defaults for everything but its source. */
export const citationOf = (source: number, rest: Partial<Citation> = {}): Citation => ({
  source,
  ...freshCitation,
  ...rest,
})
