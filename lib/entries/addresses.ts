/** The number that ends an address like `/facts/17`; null for anything else, numbers too large for one included. */
export function numberOfAddress(segment: string): number | null {
  return /^[1-9]\d{0,8}$/.test(segment) ? Number(segment) : null
}
