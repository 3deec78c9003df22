/** A save in progress, or one whose answer never came: the same content sent again carries the same key. */
export interface Attempt {
  key: string
  body: string
}

const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')

/** A key for a save, made in the browser (`crypto.randomUUID` is missing on plain http). */
export const newKey = () => hex(crypto.getRandomValues(new Uint8Array(16)))

/**
 * The attempt to send `body`: the previous one when it is sent again unchanged, so that it is saved once; else a new
 * one.
 */
export function attemptFor(body: string, before: Attempt | null): Attempt {
  return before?.body === body ? before : { key: newKey(), body }
}
