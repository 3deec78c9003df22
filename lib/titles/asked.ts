import { UNITS } from '@/lib/content/graphemes'
import { type AddressText, type Parameter, readText } from '@/lib/input/address'
import { MOST_TITLE, normalizeTitle, titleOfAddress } from './title'

/** The title of the page on which a link was followed, as the browser tells; null when it was none. See `titleOfAddress`. */
export const titleCameFrom = (referer: string | null, host: string | null): AddressText | null =>
  asTitle(titleOfAddress(referer, host))

/** The title that a parameter asks for, as its field shows it; empty for none. */
export const titleTyped = (parameter: Parameter): AddressText =>
  asTitle(normalizeTitle(parameter ?? '')) ?? ''

/** What is longer is no title: its bound alone is held against it, since forms show what is wrong with the rest. */
const asTitle = (title: string | null): AddressText | null => {
  const isShort = title !== null && title !== '' && title.length <= MOST_TITLE * UNITS
  return isShort ? (readText(title) ?? null) : null
}
