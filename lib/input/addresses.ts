/**
 * The number or id in a segment or a parameter: 1 to 9 digits without leading zeros, so that it fits a database column;
 * null for anything else.
 */
export function numberOfAddress(spelled: unknown): number | null {
  return typeof spelled === 'string' && /^[1-9]\d{0,8}$/.test(spelled) ? Number(spelled) : null
}
