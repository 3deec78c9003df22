/** UTF-16 units of a link's address. */
export const LONGEST_ADDRESS = 2000

/** UTF-16 units in one run of text. */
export const MOST_TEXT = 100_000

/** The id of a block. */
export const BLOCK_ID = /^[A-Za-z0-9_-]{1,32}$/

/** Whether content may refer to this number: an entry's id, or the temporary id of a new one in the same changeset. */
export const isEntryRef = (number: unknown): number is number =>
  Number.isSafeInteger(number) && number !== 0 && Number(number) >= LEAST_REF
export const LEAST_REF = -100_000
