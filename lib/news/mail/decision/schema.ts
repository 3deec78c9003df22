import { z } from 'zod'
import { postedId } from '@/lib/input/numbers'
import { typed } from '@/lib/text/plain'

/** Where one mail is wanted when a submission is decided. */
export const mailDecisionSchema = z.object({ submissionId: postedId, email: typed(2_000) })

/** The link that confirms such an address. */
export const confirmWishSchema = z.object({ token: typed(200) })
