import type { RevisionLine } from '../line'

/** The account that made a revision; null where its author is hidden or of another wiki. */
export const authorIdOf = ({ author }: Pick<RevisionLine, 'author'>): number | null =>
  author.by === 'account' ? author.id : null
