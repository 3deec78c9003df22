import type { Citation } from '@/lib/content/citation'
import { hashOf } from '@/lib/content/hash'
import { plainText } from '@/lib/content/plain-text'
import type { FactContent } from '@/lib/kinds/schemas/fact'

/** Which words and which citation a check compared: another key where either says something else. Marks and links do not count. */
export const checkedKey = (
  { statement }: Pick<FactContent, 'statement'>,
  { source, stance, locator, quote }: Citation,
): string => hashOf('', { words: wordsOf(statement), source, stance, locator, quote }).slice(0, KEY_LENGTH)

export const KEY_LENGTH = 24

/** The words of a statement without their marks. */
export const wordsOf = (statement: FactContent['statement']): string =>
  plainText(statement).normalize('NFC').replace(/\s+/g, ' ').trim()
