/** So far is counted what may be very many: beyond it nobody wants to know how many more. */
export const MOST_COUNTED = 1_000
/** So far the wiki counts what it has as a whole. */
export const MOST_FIGURE = 10_000
