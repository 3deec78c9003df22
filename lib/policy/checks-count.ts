/**
 * Whether what somebody says of a source counts, beside their name: not while they are blocked, and not before something of
 * theirs was published. It never counts towards trust.
 */
export const doesCheckCount = ({ hasPublished, isBlocked }: { hasPublished: boolean; isBlocked: boolean }) =>
  hasPublished && !isBlocked
