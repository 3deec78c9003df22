import { z } from 'zod'
import { proofSchema } from '@/lib/accounts/schema'
import { issueText } from '@/lib/messages/message'
import { typed } from '@/lib/text/plain'
import { staying } from './staying'

/** To delete one's account: its name, typed, as a confirmation. */
export const deleteAccountSchema = proofSchema.extend({
  typedName: typed(2_000),
  stays: z.enum(staying, issueText('ownData.deletion.chooseName')),
})
