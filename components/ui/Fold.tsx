/**
 * Says that the first screen of a phone ends here at the latest: up to here a page is shown before any style sheet has
 * come. The renderer puts the link of the sheets in its place (`lib/gateway/renderers/inline-sheets.ts`).
 */
export const Fold = () => <hr data-fold="" hidden />
