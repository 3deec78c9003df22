/** Where counting stops for things that may be very many. */
export const MOST_COUNTED = 1_000
/** Where counting stops for the wiki's totals. */
export const MOST_FIGURE = 10_000
