import type { Parameter } from '@/lib/input/address'

/** The longest key of a title, in UTF-16 units. */
const LONGEST = 2_400

/** The key of a title after which a list goes on, as its address says it; null for the beginning. */
export const titleAfter = (after: Parameter): string | null => after?.slice(0, LONGEST).toWellFormed() || null
