/** The codings (RFC 9110 §8.4.1) in which finished bytes are cached; `identity` is uncoded. */
export const CODINGS = ['identity', 'gzip', 'br'] as const
export type Coding = (typeof CODINGS)[number]

/** The same bytes in each coding that makes them smaller. */
export type Bodies = { identity: Uint8Array } & { [coding in Coding]?: Uint8Array }

/**
 * What a renderer gives for a shared route: plain data, since it comes from another process. The renderer was told
 * nothing of any visitor, so it contains nothing of one.
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
  /** An error was raised during the render, whatever the status says. */
  failed: boolean
}

/** Renders a canonical target; throws when it cannot, or when `signal` says that it has taken too long. */
export type Render = (target: string, signal: AbortSignal) => Promise<Rendered>

/** Finished bytes, as they are cached and sent. */
export interface Page extends Omit<Rendered, 'failed'> {
  madeAt: number
}
