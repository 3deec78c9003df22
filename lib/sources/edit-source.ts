import { savingOperation } from '@/lib/editing/save'

/** Adds a source (`entryId` null) or changes one. */
export const editSource = savingOperation('source')
