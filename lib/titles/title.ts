import { DATA_SUFFIX, hasDataSuffix } from '@/lib/framework/addresses'
import { issueText } from '@/lib/messages/message'
import { isAtMost, UNITS } from '@/lib/text/graphemes'
import { isStorable, storable } from '@/lib/text/plain'

export const MOST_TITLE = 200

/**
 * The most bytes (UTF-8) of a title's key, since every page must be found by an index, whose entries have at most
 * 2,704. Its address has at most three times as many characters, which every server on the way accepts.
 */
const MOST_KEY_BYTES = 2_000

/** Characters that change the writing direction and can make one name look like another (UAX #9). */
export const BIDI_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/

/**
 * Joiners, variation selectors and tags shape letters and emoji; after letters that need no shaping they are invisible.
 */
const JOINING = String.raw`\u200c|\u200d|[\ufe00-\ufe0f]|[\u{e0020}-\u{e007f}]|[\u{e0100}-\u{e01ef}]`
const PLAIN = String.raw`\p{Script=Latin}|\p{Script=Greek}|\p{Script=Cyrillic}|[\s/]`
const UNSEEN = new RegExp(
  String.raw`(?:^|${PLAIN})(?:${JOINING})|(?!${JOINING})[\p{Default_Ignorable_Code_Point}\u2800]`,
  'u',
)
const SEEN = /(?![\p{Default_Ignorable_Code_Point}\u2800])[\p{L}\p{N}\p{P}\p{S}]/u

/**
 * A page's title: NFC, one line, single spaces, 1-200 graphemes, only characters that an address can hold. A `%` is
 * allowed.
 */
export const titleSchema = storable(MOST_TITLE * UNITS, issueText('errors.page.titleTooLong', MOST_TITLE))
  .transform((text) => normalizeTitle(text))
  .refine((text) => text !== '', issueText('errors.page.title'))
  .refine((text) => isAtMost(text, MOST_TITLE), issueText('errors.page.titleTooLong', MOST_TITLE))
  .refine((text) => !/[\p{Cc}\u2028\u2029\\]/u.test(text), issueText('errors.page.titleControls'))
  .refine((text) => !BIDI_CONTROLS.test(text), issueText('errors.page.titleDirection'))
  .refine((text) => !UNSEEN.test(text) && SEEN.test(text), issueText('errors.page.titleUnseen'))
  .refine((text) => !hasDataSuffix(text), issueText('errors.page.titleEnding', DATA_SUFFIX))
  .refine((text) => isTitleKey(titleKey(text)), issueText('errors.page.titleAddress'))
  .refine(
    (text) => !text.split('/').some((part) => part === '' || part === '.' || part === '..'),
    issueText('errors.page.titleParts'),
  )

const bytesOf = (text: string) => new TextEncoder().encode(text).byteLength

/** NFC, underscores and any white space as single spaces, trimmed. */
export function normalizeTitle(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s_]+/gu, ' ')
    .trim()
}

/** The key under which a title is unique: normalized and in locale-independent lower case. */
export function titleKey(text: string): string {
  return normalizeTitle(text).toLowerCase().normalize('NFC')
}

/** Whether a title can have this key, as far as its length tells: longer ones are in no index. */
export const isTitleKey = (key: string) => key !== '' && bytesOf(key) <= MOST_KEY_BYTES

/**
 * Decodes a title's part of an address, slashes kept, each segment once, only here; null when it is not valid. Spaces
 * are still underscores: `normalizeTitle` makes it a title.
 */
export function spelledInAddress(address: string): string | null {
  try {
    const spelled = address.split('/').map(decodeURIComponent).join('/')
    return isStorable(spelled) ? spelled : null
  } catch {
    return null
  }
}

/** The title of a title's part of an address (`Joe_Locke`, encoded); null when it is not valid. */
export function titleInAddress(address: string): string | null {
  const spelled = spelledInAddress(address)
  return spelled === null ? null : normalizeTitle(spelled)
}
