/**
 * What a renderer gives for a shared route: plain data, since it may come from another process. Nothing of a visitor
 * went in, so nothing of one can be in here.
 */
export interface Rendered {
  status: number
  /** Only those that may be shown to everybody, in lower case; the content policy among them. */
  headers: Record<string, string>
  body: Uint8Array
  /** What was read. */
  tags: string[]
  /** Milliseconds since 1970; null when no clock makes it untrue. */
  expiresAt: number | null
  /** An error was raised while it was made, whatever the status says. */
  failed: boolean
}

/** Renders a canonical target; throws when it cannot, or when `signal` says that it has taken too long. */
export type Render = (target: string, signal: AbortSignal) => Promise<Rendered>

/** Finished bytes, as they are remembered and sent. */
export interface Page {
  status: number
  headers: Record<string, string>
  body: Uint8Array
  tags: readonly string[]
  expiresAt: number | null
  etag: string
  madeAt: number
}
