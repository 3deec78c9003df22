import type { Readable } from 'node:stream'

/** The store cannot be reached, or does not do what it is asked. The same may work later. */
export class StoreAwayError extends Error {}

/** Bytes that are stored: their name, how many they are, and when they were stored. */
export interface StoredFile {
  key: string
  size: number
  at: Date
}

/** What is known of bytes before they are stored. */
export interface About {
  /** How many bytes `source` gives, exactly. */
  size: number
  mediaType: string
  /** Their SHA-256 in hexadecimal, where it is known. */
  sha256?: string
}

/** The first and the last byte that are wanted, counted from 0, both included; without `end` to the last one. */
export interface ByteRange {
  start: number
  end?: number
}

/**
 * Where the bytes of files are. Each method throws `StoreAwayError` in bounded time when the store cannot be reached,
 * and an ordinary error for a key that is none (`lib/file-store/keys.ts`).
 */
export interface FileStore {
  /**
   * Stores bytes under a key, replacing what was there; nothing is there before all of them are. Throws an ordinary
   * error when they are not as many as announced, or not those of the digest.
   */
  put(key: string, source: Readable | Buffer, about: About): Promise<void>
  /**
   * The bytes of a key, or a range of them, and how many bytes there are in all; null when there are none. The range has
   * to begin before the end. Whoever gets a stream has to read or destroy it.
   */
  read(key: string, range?: ByteRange): Promise<{ stream: Readable; size: number } | null>
  /** Removes a key in every version that the store keeps; does nothing where there is none. */
  remove(key: string): Promise<void>
  /** Everything whose key begins with `prefix`, in any order. */
  list(prefix: string): AsyncIterable<StoredFile>
  /** Removes what unfinished calls of `put` left before a moment. */
  removeUnfinished(before: Date): Promise<void>
}

/** Wraps whatever went wrong; what says already that the store is away stays as it is. */
export const away = (what: string, cause: unknown): StoreAwayError =>
  cause instanceof StoreAwayError ? cause : new StoreAwayError(`the store of files: ${what}`, { cause })
