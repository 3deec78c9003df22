/** The possible outcomes of a report; each has a sentence for the holder of the receipt. */
export const outcomes = ['acted', 'nothing', 'duplicate', 'passed_on'] as const
export type ReportOutcome = (typeof outcomes)[number]
