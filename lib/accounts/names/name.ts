import { type Outcome, refuse } from '@/lib/errors'
import { codes } from '@/lib/messages/codes'
import type { Message } from '@/lib/messages/message'
import { isAtMost } from '@/lib/text/graphemes'
import { isStorable } from '@/lib/text/plain'
import { confusableSkeleton } from './confusables'

export const MOST_NAME = 40

/** Invisible characters: controls, format and bidi characters, fillers, unassigned and private ones, odd spaces. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u
const MARKS_PILED_UP = /\p{M}{4}/u
const alphabets = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u]

/** NFC, runs of white space as one space, trimmed. */
const normalized = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\p{Zs}\t]+/gu, ' ')
    .trim()

/** The key that all names that look alike share. */
export const nameKeyOf = (text: string) => confusableSkeleton(normalized(text))

/**
 * A valid account name, with its unique key: NFC, 1-40 graphemes, at least one letter or digit, nothing invisible, one
 * alphabet of those that look alike (UTS #39). Else a refusal at the field `name`.
 */
export function parseName(text: string): Outcome<{ name: string; nameKey: string }> {
  const { accounts } = codes()
  const name = text.length <= MOST_NAME * 10 && isStorable(text) ? normalized(text) : null
  const problem = name === null ? accounts.name.tooLong(MOST_NAME) : problemWith(name)
  if (name === null || problem !== null)
    return refuse('invalid', accounts.checkMarked, { name: problem ?? accounts.name.empty })
  return { ok: true, name, nameKey: confusableSkeleton(name) }
}

function problemWith(name: string): Message | null {
  const { accounts } = codes()
  if (name === '') return accounts.name.empty
  if (!isAtMost(name, MOST_NAME) || name.length > MOST_NAME * 10) return accounts.name.tooLong(MOST_NAME)
  if (UNSEEN.test(name) || MARKS_PILED_UP.test(name)) return accounts.name.unseen
  if (!/[\p{L}\p{N}]/u.test(name)) return accounts.name.noLetter
  if (alphabets.filter((alphabet) => alphabet.test(name)).length > 1) return accounts.name.mixed
  return null
}
