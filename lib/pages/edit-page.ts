import { savingOperation } from '@/lib/submissions/save'

/** Makes a page (`entryId` null) or changes one. */
export const editPage = savingOperation('page')
