import { failed } from './failed'
import { opening } from './opening'
import { upTo } from './up-to'
import { visitor } from './visitor'

/** The texts of the scripts on shared pages; all other texts are in the HTML. */
export const forReaders = { failed, opening, upTo, visitor }
