/**
 * What somebody is writing, kept in the browser until it has been saved: a crash, an ended session or a lost network
 * costs no word. One draft for each account, entry and base.
 */
export interface Kept<Form> {
  form: Form
  /** When it was kept, in milliseconds since 1970. */
  at: number
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

const VERSION = 1

/** Where the drafts of one account for one entry are kept; `what` names the entry or what is being made. */
export const draftPrefix = (account: number | null, what: string) =>
  `loreleaf:draft:${VERSION}:${account ?? 'visitor'}:${what}:`

const keysWith = (store: Store, prefix: string) =>
  Array.from({ length: store.length }, (_, index) => store.key(index)).filter(
    (key): key is string => key?.startsWith(prefix) ?? false,
  )

function read<Form>(store: Store, key: string): Kept<Form> | null {
  try {
    const kept = JSON.parse(store.getItem(key) ?? 'null')
    return kept && typeof kept.at === 'number' && kept.form ? kept : null
  } catch {
    return null
  }
}

/** The newest draft under these prefixes, whatever its base; null when there is none. */
export function newestDraft<Form>(store: Store, prefixes: string[]): Kept<Form> | null {
  const drafts = prefixes
    .flatMap((prefix) => keysWith(store, prefix))
    .flatMap((key) => read<Form>(store, key) ?? [])
  return drafts.sort((one, other) => other.at - one.at)[0] ?? null
}

/** Keeps a draft; false when the browser has no room for it, or keeps nothing. */
export function keepDraft<Form>(
  store: Store,
  prefix: string,
  base: number | null,
  form: Form,
  at: number,
): boolean {
  try {
    store.setItem(`${prefix}${base ?? 'new'}`, JSON.stringify({ form, at } satisfies Kept<Form>))
    return true
  } catch {
    return false
  }
}

/** Forgets every draft under these prefixes: what they held is saved, or was thrown away on purpose. */
export function forgetDrafts(store: Store, prefixes: string[]): void {
  for (const key of prefixes.flatMap((prefix) => keysWith(store, prefix))) store.removeItem(key)
}

/** This browser's own; null where it keeps nothing. */
export function storage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
