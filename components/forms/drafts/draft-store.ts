/**
 * What somebody is writing, kept in the browser until it has been saved: a crash, an ended session or a lost network
 * costs no word. Each form that is open keeps a draft of its own, under an account (or as a visitor) and what it is about.
 */
export interface Kept<Form> {
  form: Form
  /** When it was kept, in milliseconds since 1970. */
  at: number
  /** Where its form stands; absent in drafts of the release before. */
  path?: string
}

/** A draft and the key it is kept under. */
export interface Draft<Form> extends Kept<Form> {
  key: string
}

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** So many drafts one browser keeps. The next one is refused, and an older one makes room when its author says so. */
export const MOST_DRAFTS = 50

const ALL = 'loreleaf:draft:'
const VERSION = 2

const accountOf = (account: number | null) => String(account ?? 'visitor')

/** Where the drafts of one account for one form are kept; `what` names the entry or what is being made. */
const placeOf = (account: number | null, what: string) =>
  `${ALL}${VERSION}:${accountOf(account)}:${encodeURIComponent(what)}:`

/** A key of its own for the draft of one form that is open; `id` is new each time. */
export const draftKey = (account: number | null, what: string, id: string) => `${placeOf(account, what)}${id}`

/** Whether a key is of a draft that this account may have, or a visitor's, for this form. */
export function isFor(key: string, account: number | null, what: string): boolean {
  return [account, null].some(
    (one) => key.startsWith(placeOf(one, what)) || isOfReleaseBefore(key, one, what),
  )
}

/** Before drafts had ids, one was kept for each account, entry and revision it was based on, a number or `new`. */
function isOfReleaseBefore(key: string, account: number | null, what: string): boolean {
  const place = `${ALL}1:${accountOf(account)}:${what}:`
  return key.startsWith(place) && /^(?:new|\d+)$/.test(key.slice(place.length))
}

/** Whether a draft was written by nobody who was signed in. */
export const isVisitors = (key: string) => /^loreleaf:draft:\d+:visitor:/.test(key)

const isOfAccount = (key: string, account: number | null) =>
  isVisitors(key) || key.split(':')[3] === accountOf(account)

const keysIn = (store: Store) =>
  Array.from({ length: store.length }, (_, index) => store.key(index)).filter(
    (key): key is string => key?.startsWith(ALL) ?? false,
  )

/** The draft under a key; null when there is none, or none that can be read. */
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

/** All drafts that this account may take up in this form, the newest first; those that a visitor left here among them. */
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

/** Keeps a draft; false when the browser has no room for it, holds `MOST_DRAFTS` others, or keeps nothing. */
export function keepDraft<Form>(store: Store, key: string, kept: Kept<Form>): boolean {
  try {
    if (store.getItem(key) === null && keysIn(store).length >= MOST_DRAFTS) return false
    store.setItem(key, JSON.stringify({ form: kept.form, at: kept.at, path: kept.path }))
    return true
  } catch {
    return false
  }
}

/** This browser's own; null where it keeps nothing. */
export const storage = (): Storage | null => storageIn('localStorage')

/** This tab's own, which a reload leaves in place; null where the browser keeps nothing. */
export const tabStorage = (): Storage | null => storageIn('sessionStorage')

function storageIn(name: 'localStorage' | 'sessionStorage'): Storage | null {
  try {
    return window[name]
  } catch {
    return null
  }
}
