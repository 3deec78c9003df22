/** The largest file that can be sent, in bytes: a photo of a phone has 3 to 12 MB. */
export const MOST_BYTES = 20_000_000

/** How many uploads of one account may wait for their bytes at once; a new one closes the oldest. */
export const MOST_OPEN = 3

/** How long a ticket takes bytes, in seconds. */
export const TICKET_SECONDS = 60 * 60
