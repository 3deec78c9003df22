/**
 * Drafts, stored in the browser until they are saved: a crash, an ended session or a lost network loses nothing. Each
 * open form has a draft of its own, under an account (or as a visitor) and what it is about.
 */
export interface Kept<Form> {
  form: Form
  /** When it was stored, in milliseconds since 1970. */
  at: number
  /** The path of its form; absent in drafts of the release before. */
  path?: string
}

/** A draft and its key. */
export interface Draft<Form> extends Kept<Form> {
  key: string
}

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** So many drafts one browser keeps. The next one is refused, and an older one makes room when its author says so. */
export const MOST_DRAFTS = 50

const ALL = 'loreleaf:draft:'
const VERSION = 2

const accountOf = (account: number | null) => String(account ?? 'visitor')

/** The key prefix of an account's drafts for one form; `what` names the entry or what is being created. */
const placeOf = (account: number | null, what: string) =>
  `${ALL}${VERSION}:${accountOf(account)}:${encodeURIComponent(what)}:`

/** The key of an open form's draft; `id` is new each time. */
export const draftKey = (account: number | null, what: string, id: string) => `${placeOf(account, what)}${id}`

/** Whether a key is of a draft that this account may have, or a visitor's, for this form. */
export function isFor(key: string, account: number | null, what: string): boolean {
  return [account, null].some(
    (one) => key.startsWith(placeOf(one, what)) || isOfReleaseBefore(key, one, what),
  )
}

/** Before drafts had ids, one was stored for each account, entry and base revision, a number or `new`. */
function isOfReleaseBefore(key: string, account: number | null, what: string): boolean {
  const place = `${ALL}1:${accountOf(account)}:${what}:`
  return key.startsWith(place) && /^(?:new|\d+)$/.test(key.slice(place.length))
}

/** Whether a draft was written by a visitor. */
export const isVisitors = (key: string) => /^loreleaf:draft:\d+:visitor:/.test(key)

const isOfAccount = (key: string, account: number | null) =>
  isVisitors(key) || key.split(':')[3] === accountOf(account)

const keysIn = (store: Store) =>
  Array.from({ length: store.length }, (_, index) => store.key(index)).filter(
    (key): key is string => key?.startsWith(ALL) ?? false,
  )

/** The draft under a key; null when there is none, or it cannot be parsed. */
export function readDraft<Form>(store: Store, key: string): Draft<Form> | null {
  try {
    const kept = JSON.parse(store.getItem(key) ?? 'null')
    return kept && typeof kept.at === 'number' && kept.form ? { ...kept, key } : null
  } catch {
    return null
  }
}

const readAll = <Form>(store: Store, keys: string[]): Draft<Form>[] =>
  keys.flatMap((key) => readDraft<Form>(store, key) ?? []).sort((one, other) => other.at - one.at)

/** All drafts that this account may continue in this form, newest first, including those of a visitor. */
export const draftsFor = <Form>(store: Store, account: number | null, what: string): Draft<Form>[] =>
  readAll(
    store,
    keysIn(store).filter((key) => isFor(key, account, what)),
  )

/** Every draft of this account in this browser, and those of visitors, the newest first. */
export const draftsOf = (store: Store, account: number | null): Draft<object>[] =>
  readAll(
    store,
    keysIn(store).filter((key) => isOfAccount(key, account)),
  )

/** Stores a draft; false when the browser has no room for it, holds `MOST_DRAFTS` others, or stores nothing. */
export function keepDraft<Form>(store: Store, key: string, kept: Kept<Form>): boolean {
  try {
    if (store.getItem(key) === null && keysIn(store).length >= MOST_DRAFTS) return false
    store.setItem(key, JSON.stringify({ form: kept.form, at: kept.at, path: kept.path }))
    return true
  } catch {
    return false
  }
}

/** This browser's storage; null where it stores nothing. */
export const storage = (): Storage | null => storageIn('localStorage')

/** This tab's storage, which survives a reload; null where the browser stores nothing. */
export const tabStorage = (): Storage | null => storageIn('sessionStorage')

function storageIn(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[name]
  } catch {
    return null
  }
}
