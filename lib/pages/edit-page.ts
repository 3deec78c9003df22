import { savingOperation } from '@/lib/editing/save'

/** Makes a page (`entryId` null) or changes one. */
export const editPage = savingOperation('page')
