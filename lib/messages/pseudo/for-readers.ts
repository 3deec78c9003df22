import { forReaders as inEnglish } from '@/lib/messages/en/for-readers'
import { disguised } from './disguise'

/** The part of it that the scripts of readers' pages need. */
export const forReaders = () => disguised(inEnglish)
