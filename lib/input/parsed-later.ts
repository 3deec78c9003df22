import { z } from 'zod'

/** The content of an entry: anything, until `parseContent` has bounded it and parsed it by the schema of its kind. */
export const parsedLater = z.unknown()
