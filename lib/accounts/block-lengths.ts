/** How long a block may last, in days; null is until it is lifted. */
export const blockDays = { day: 1, three: 3, week: 7, month: 30, year: 365, lifted: null } as const
export type BlockLength = keyof typeof blockDays
export const blockLengths = Object.keys(blockDays) as BlockLength[]
