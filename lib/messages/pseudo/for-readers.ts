import { forReaders as inEnglish } from '@/lib/messages/en/for-readers'
import { disguised } from './disguise'

/** Its texts for the scripts on shared pages. */
export const forReaders = () => disguised(inEnglish)
