import { savingOperation } from '@/lib/editing/save'

/** Adds a fact (`entryId` null) or changes one. */
export const editFact = savingOperation('fact')
