import { savingOperation } from '@/lib/submissions/save'

/** Adds a fact (`entryId` null) or changes one. */
export const editFact = savingOperation('fact')
