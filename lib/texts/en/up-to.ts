/** So far is counted what may be very many: beyond it nobody wants to know how many more. */
export const MOST_COUNTED = 1_000
/** So far the wiki counts what it has as a whole. */
export const MOST_FIGURE = 10_000

const number = new Intl.NumberFormat('en')

/** A count that stops at `most`: "12", "1,000", and "1,000+" for anything beyond. */
export const upTo = (count: number, most = MOST_COUNTED) =>
  count > most ? `${number.format(most)}+` : number.format(count)
