import { z } from 'zod'
import { postedId } from '@/lib/input/numbers'

/** Up to which event, the newest that was shown, everything was read. */
export const readAllSchema = z.object({ upTo: postedId })
