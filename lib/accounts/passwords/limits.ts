/** How many characters a password has at least. */
export const LEAST_PASSWORD = 8
/** How many bytes of UTF-8 it has at most: input is bounded before it is hashed. */
export const MOST_PASSWORD = 512
