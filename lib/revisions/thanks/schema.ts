import { z } from 'zod'
import { postedId } from '@/lib/input/numbers'

/** The edit that somebody thanks for. */
export const thankSchema = z.object({ revisionId: postedId })
