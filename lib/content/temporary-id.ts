/**
 * What the texts of a changeset call an entry that the same changeset makes and that has no id yet: minus its position in
 * the changeset, from 1. The form that writes it, the changeset that is sent and the rows in which it is kept use the same
 * number; publishing puts the entry's id in its place.
 */
export const temporaryId = (position: number): number => -position

/** Whether a number in a text is such a name, and not an entry's id. */
export const isTemporary = (id: number): boolean => id < 0

/** What the texts of its changeset call an entry: its id, or its temporary id while it has none. */
export const idInChangeset = ({ entryId, position }: { entryId: number | null; position: number }): number =>
  entryId ?? temporaryId(position)

/** The ids of entries that are there, without those that a changeset is still to make. */
export const entryIdsAmong = (ids: Iterable<number>): number[] => [...ids].filter((id) => !isTemporary(id))
