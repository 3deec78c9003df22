import { type AddressText, type Parameter, readText } from '@/lib/input/address'
import { routes } from '@/lib/routes'
import { routeAt } from '@/lib/routes/at-path'
import { UNITS } from '@/lib/text/graphemes'
import { MOST_TITLE, normalizeTitle, titleInAddress } from '@/lib/titles/title'

/** The title in the address of a page or a page's history on this `host`; null for any other address. */
export function titleOfAddress(address: string | null, host: string | null): string | null {
  const url = address === null ? null : URL.parse(address)
  const at = url?.host === host && url !== null ? routeAt(url.pathname) : null
  const [title] = at?.route === routes.page || at?.route === routes.pageHistory ? at.words : []
  return title === undefined ? null : titleInAddress(title)
}

/**
 * The title of the page on which a link was followed, from the Referer header; null when it was none. See
 * `titleOfAddress`.
 */
export const titleCameFrom = (referer: string | null, host: string | null): AddressText | null =>
  asTitle(titleOfAddress(referer, host))

/** The title in a query parameter, for a form's field; empty for none. */
export const titleTyped = (parameter: Parameter): AddressText =>
  asTitle(normalizeTitle(parameter ?? '')) ?? ''

/** Only the length is checked, since forms show any other problem. */
const asTitle = (title: string | null): AddressText | null => {
  const isShort = title !== null && title !== '' && title.length <= MOST_TITLE * UNITS
  return isShort ? (readText(title) ?? null) : null
}
