import { MOST_COUNTED } from '@/lib/messages/most-counted'

const number = new Intl.NumberFormat('en')

/** A count that stops at `most`: "12", "1,000", and "1,000+" for anything beyond. */
export const upTo = (count: number, most = MOST_COUNTED) =>
  count > most ? `${number.format(most)}+` : number.format(count)

/** A count that is rough beyond `MOST_COUNTED`: "12", "about 50,000". */
export const about = (count: number) =>
  count > MOST_COUNTED ? `about ${number.format(count)}` : number.format(count)
