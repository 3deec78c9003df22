/** What can become of a report; each has a sentence for whoever holds the receipt. */
export const outcomes = ['acted', 'nothing', 'duplicate', 'passed_on'] as const
export type ReportOutcome = (typeof outcomes)[number]
