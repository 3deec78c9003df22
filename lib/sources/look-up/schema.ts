import { z } from 'zod'
import { storable } from '@/lib/text/plain'

/** What somebody cites: an address, a DOI, an ISBN, or words. */
export const lookUpSchema = z.strictObject({ text: storable(2_500).trim() })
