import { catalogue } from '#catalogue'
import type { Messages } from './widened'

/** Every text of the wiki, in its language. Call it when a text is shown, never at module level. */
export const messages = (): Messages => catalogue()
