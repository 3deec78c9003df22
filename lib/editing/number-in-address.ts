/** The number of an entry as its address spells it: 1 to 9 digits without leading zeros; null for anything else. */
export function numberInAddress(text: string): number | null {
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null
}
