import type { Reader } from '@/lib/progress/reader'

/** The codings (RFC 9110 §8.4.1) in which finished bytes are cached; `identity` is uncoded. */
export const CODINGS = ['identity', 'gzip', 'br'] as const
export type Coding = (typeof CODINGS)[number]

/** The same bytes in each coding that makes them smaller. */
export type Bodies = { identity: Uint8Array } & { [coding in Coding]?: Uint8Array }

/**
 * What a renderer gives for a shared route: plain data, since it comes from another process. The renderer was told
 * nothing of any visitor but how far they are, so it contains nothing else of one.
 */
export interface Rendered {
  status: number
  /** Only public headers, with names in lower case; the content security policy is one of them. */
  headers: Record<string, string>
  bodies: Bodies
  /** A hash of the bytes; each coding's entity tag is made from it. */
  etag: string
  /** The tags of everything that was read for it. */
  tags: readonly string[]
  /** In milliseconds since 1970; null when it does not expire. */
  expiresAt: number | null
  /** What the render asked about its reader's progress, sorted (`Answers`); empty when anybody's is the same. */
  named: readonly string[]
  /** What the answers were: readers with the same get the same bytes. */
  answers: string
  /** An error was raised during the render, whatever the status says. */
  failed: boolean
}

/**
 * Renders a canonical target for who is as far as `reader`, null for everybody else; throws when it cannot, or when
 * `signal` says that it has taken too long.
 */
export type Render = (target: string, signal: AbortSignal, reader: Reader | null) => Promise<Rendered>

/** Finished bytes, as they are cached and sent. */
export interface Page extends Omit<Rendered, 'failed'> {
  madeAt: number
}
