import { createHash } from 'node:crypto'
import { canonicalJson } from '@/lib/text/canonical'

/** SHA-256 in hexadecimal of a salt and the canonical text of `content`. */
export function hashOf(salt: string, content: unknown): string {
  return createHash('sha256').update(salt).update('\n').update(canonicalJson(content)).digest('hex')
}
