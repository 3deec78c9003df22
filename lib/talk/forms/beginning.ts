import { primary } from '@/db/postgres/client'
import { findEntryId } from '@/db/revisions/revisions'
import type { Parameter } from '@/lib/input/address'
import { routeAt } from '@/lib/routes/at-path'
import { quoting } from '../words'

/** In UTF-16 units: more of what an address quotes is left out. */
export const LONGEST_QUOTE = 1_000
const LONGEST_PLACE = 800

/** The path of something in this wiki; null for any other text. */
export const placeAt = (at: Parameter) =>
  at && at.length <= LONGEST_PLACE && /^\/[^\s<>"\\/][^\s<>"\\]*$/.test(at) && routeAt(at.split('#')[0] ?? '')
    ? at
    : null

/** The fact whose address this is; null for any other text. */
export async function factAt(at: Parameter): Promise<number | null> {
  const [, number] = /^\/facts\/([1-9]\d{0,8})$/.exec(at ?? '') ?? []
  return number === undefined ? null : findEntryId(primary(), 'fact', Number(number))
}

/** A quotation and where it stands; what is named by its place alone stands in a paragraph of its own. */
export const beginningWith = (quote: string, path: string): string =>
  quote.trim() === '' ? `${path}\n\n` : quoting(quote.slice(0, LONGEST_QUOTE).toWellFormed(), path)
