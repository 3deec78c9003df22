/** Where counting stops for things that may be very many. */
export const MOST_COUNTED = 1_000
/** Where it stops where each of many things in a list has its count. */
export const MOST_COUNTED_IN_LISTS = 100
/** Where counting stops for the wiki's totals. */
export const MOST_FIGURE = 10_000
