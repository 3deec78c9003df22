import { failed } from './failed'
import { opening } from './opening'
import { upTo } from './up-to'
import { visitor } from './visitor'

/** What the scripts of a page say that is the same for everybody; all else stands in the page. */
export const forReaders = { failed, opening, upTo, visitor }
