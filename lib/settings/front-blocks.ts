/** The blocks that the front page can show, in the order in which it shows them as it comes. */
export const frontBlocks = [
  'welcome',
  'featured',
  'day',
  'newest',
  'disputed',
  'pages',
  'unsourced',
  'seasons',
  'categories',
  'ways',
  'figures',
] as const
export type FrontBlock = (typeof frontBlocks)[number]
