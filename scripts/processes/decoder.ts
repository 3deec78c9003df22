import { answer } from '@/lib/images/child/answer'
import { restrictLoaders } from '@/lib/images/child/open'
import type { Request } from '@/lib/images/protocol'

/**
 * Decodes one picture that somebody sent, and ends: `lib/images/in-child.ts` starts it without any secret, and kills it
 * when it takes too long or too much memory. It ends with that process.
 */
restrictLoaders()
process.once('disconnect', () => process.exit())
process.once('message', async (request: Request) => {
  process.send?.(await answer(request), () => process.exit())
})
