/** How many characters the texts of a citation have at most. */
export const citationLimits = { locator: 200, quote: 300, via: 200, note: 2000 } as const
