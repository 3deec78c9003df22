/** The codings (RFC 9110 §8.4.1) in which finished bytes are kept; the first is none. */
export const CODINGS = ['identity', 'gzip', 'br'] as const
export type Coding = (typeof CODINGS)[number]

/** The same bytes in each coding that is worth it. */
export type Bodies = { identity: Uint8Array } & { [coding in Coding]?: Uint8Array }

/**
 * What a renderer gives for a shared route: plain data, since it comes from another process. Nothing of a visitor went
 * in, so nothing of one can be in here.
 */
export interface Rendered {
  status: number
  /** Only those that may be shown to everybody, in lower case; the content policy among them. */
  headers: Record<string, string>
  bodies: Bodies
  /** Tells these bytes from any others; each coding's entity tag is made from it. */
  etag: string
  /** What was read. */
  tags: readonly string[]
  /** Milliseconds since 1970; null when no clock makes it untrue. */
  expiresAt: number | null
  /** An error was raised while it was made, whatever the status says. */
  failed: boolean
}

/** Renders a canonical target; throws when it cannot, or when `signal` says that it has taken too long. */
export type Render = (target: string, signal: AbortSignal) => Promise<Rendered>

/** Finished bytes, as they are remembered and sent. */
export interface Page extends Omit<Rendered, 'failed'> {
  madeAt: number
}
