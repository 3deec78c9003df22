/** A save under way, or one whose answer never came: the same words sent again carry the same key. */
export interface Attempt {
  key: string
  body: string
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A key for a save, made where it is written (`crypto.randomUUID` is missing on plain http). */
export const newKey = () => hex(crypto.getRandomValues(new Uint8Array(16)))

/** The attempt to send `body`: the one before when it is sent again unchanged, so that it is saved once; else a new one. */
export function attemptFor(body: string, before: Attempt | null): Attempt {
  return before?.body === body ? before : { key: newKey(), body }
}
