/** The id of the element that tells when a round of a submission was sent. */
export const roundAnchorOf = (round: number): string => `round-${round}`
