const LONGEST = 300
const PART = '[a-z0-9][a-z0-9._,-]*'
const KEY = new RegExp(`^${PART}(?:/${PART})*$`)
const PREFIX = new RegExp(`^(?:${PART}/)*(?:${PART})?$`)

/** Whether this is a key of the store: parts of small letters and digits, none of which begins with a dot. */
export const isKey = (text: string): boolean => text.length <= LONGEST && KEY.test(text)

/** The key itself. Throws when it is none: so no key leads out of the store's folder. */
export function checkedKey(key: string): string {
  if (!isKey(key)) throw new Error('that is no key of the store of files')
  return key
}

/** The beginning of keys itself; everything begins with the empty one. Throws when no key begins so. */
export function checkedPrefix(prefix: string): string {
  if (prefix.length > LONGEST || !PREFIX.test(prefix)) throw new Error('no key of the store begins so')
  return prefix
}

/** Below these are the objects, their smaller sizes, and the list of what was erased. */
export const OBJECTS = 'objects/'
export const SIZES = 'sizes/'
export const ERASED = 'erased/'

export const SIZE_FORMATS = ['webp', 'avif'] as const
export type SizeFormat = (typeof SIZE_FORMATS)[number]

/** An object: a picture as it was encoded anew, named by its SHA-256 in hexadecimal. */
export const objectKey = (sha256: string): string => `${OBJECTS}${sha256}`

/** All smaller sizes of an object. */
export const sizesPrefix = (sha256: string): string => `${SIZES}${sha256}/`

/** An object in a smaller size, or of the part `x,y,width,height` of it; without `crop` all of it. */
export const sizeKey = (sha256: string, crop: string, width: number, format: SizeFormat): string =>
  `${sizesPrefix(sha256)}${crop || 'whole'}/${width}.${format}`

/** The entry of an object in the list of what was erased. */
export const erasedKey = (sha256: string): string => `${ERASED}${sha256}`

/** Below this is the list of comments that were erased. */
export const ERASED_COMMENTS = `${ERASED}comments/`

/** The entry of a comment in that list, by its id and when it was written. */
export const erasedCommentKey = ({ id, createdAt }: { id: number; createdAt: Date }): string =>
  `${ERASED_COMMENTS}${id}-${createdAt.getTime()}`

/** The comment that a key of that list names; null for any other key. */
export function commentOfKey(key: string): { id: number; createdAt: Date } | null {
  const [, id, at] = /^erased\/comments\/([1-9]\d{0,14})-([1-9]\d{0,14})$/.exec(key) ?? []
  return id === undefined ? null : { id: Number(id), createdAt: new Date(Number(at)) }
}

/** Below this is the list of accounts that are to be deleted, or were. */
export const DELETED_ACCOUNTS = `${ERASED}accounts/`

/** The entry of an account in that list, by its id and when it was made. */
export const deletedAccountKey = ({ id, createdAt }: { id: number; createdAt: Date }): string =>
  `${DELETED_ACCOUNTS}${id}-${createdAt.getTime()}`

/** The account that a key of that list names; null for any other key. */
export function accountOfKey(key: string): { id: number; createdAt: Date } | null {
  const [, id, at] = /^erased\/accounts\/([1-9]\d{0,14})-([1-9]\d{0,14})$/.exec(key) ?? []
  return id === undefined ? null : { id: Number(id), createdAt: new Date(Number(at)) }
}

/** The object that a key of the store belongs to; null for a key of nothing that the wiki stores. */
export function objectOfKey(key: string): string | null {
  return /^(?:objects|sizes|erased)\/([\da-f]{64})(?:\/|$)/.exec(key)?.[1] ?? null
}
