/**
 * The number or id that a segment or a parameter of an address spells: 1 to 9 digits without leading zeros, so that it
 * fits a column of the database; null for anything else.
 */
export function numberOfAddress(spelled: unknown): number | null {
  return typeof spelled === 'string' && /^[1-9]\d{0,8}$/.test(spelled) ? Number(spelled) : null
}
