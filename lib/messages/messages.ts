import { catalogue } from '#catalogue'
import type { Messages } from './widened'

/** Everything that the wiki says, in its language. Asked when a text is shown, and never while a module is read. */
export const messages = (): Messages => catalogue()
