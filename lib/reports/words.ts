/** The longest report, and the longest answer to one, in characters (code points). */
export const MOST_WORDS = 4_000
export const MOST_ANSWER = 1_000
