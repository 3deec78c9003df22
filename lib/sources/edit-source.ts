import { savingOperation } from '@/lib/submissions/save'

/** Adds a source (`entryId` null) or changes one. */
export const editSource = savingOperation('source')
