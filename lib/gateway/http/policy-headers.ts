import { createHash } from 'node:crypto'
import { inlineScripts } from '@/lib/framework/documents'

/** Replaces the nonce in shared bytes; it is in no policy, so it allows nothing. */
export const STRIPPED_NONCE = 'stripped'

/** Sent with every answer. */
export const SAFETY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'browsing-topics=(), camera=(), geolocation=(), microphone=(), payment=(), usb=()',
}

/**
 * The policy (CSP 3) of a shared page: files of this site, and those inline scripts and style sheets whose hashes are
 * given (`sha256-…`).
 */
export function sharedPolicy(scripts: readonly string[], styles: readonly string[] = []): string {
  const withOwn = (hashes: readonly string[]) => ["'self'", ...hashes.map((hash) => `'${hash}'`)].join(' ')
  return policy(withOwn(scripts), withOwn(styles))
}

/** The policy of a private page: scripts and style sheets with this answer's nonce, and what those scripts load. */
export function privatePolicy(nonce: string): string {
  return policy(`'nonce-${nonce}' 'strict-dynamic'`, `'self' 'nonce-${nonce}'`)
}

/**
 * The policy of a document that any site may show in a frame: nothing but its own style sheets, which stand in it as
 * they are, and no scripts.
 */
export function framedPolicy(html: string): string {
  const sheets = [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(
    ([, sheet = '']) => `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`,
  )
  return [
    "default-src 'none'",
    `style-src ${sheets.join(' ') || "'none'"}`,
    "base-uri 'none'",
    "form-action 'none'",
    FRAMED_ANYWHERE,
  ].join('; ')
}

const FRAMED_ANYWHERE = 'frame-ancestors *'

/** The safety headers of an answer with this policy: older browsers are told in their own way who may frame it. */
export function safetyHeaders(policy = ''): Readonly<Record<string, string>> {
  if (!policy.includes(FRAMED_ANYWHERE)) return SAFETY_HEADERS
  const { 'x-frame-options': _, ...others } = SAFETY_HEADERS
  return others
}

/** The policy of everything but documents: nothing is allowed. */
export const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox"

function policy(scripts: string, styles = "'self'"): string {
  return [
    "default-src 'none'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/**
 * Strips a secret nonce from a rendered page, so that equal pages are equal bytes, and gives the hashes of the inline
 * scripts that had it. A script without it was injected and gets no hash.
 */
export function hashInlineScripts(html: string, nonce: string): { html: string; hashes: string[] } {
  const hashes = inlineScripts(html, nonce).map(
    (source) => `sha256-${createHash('sha256').update(stripNonce(source, nonce)).digest('base64')}`,
  )
  return { html: stripNonce(html.replaceAll(` nonce="${nonce}"`, ''), nonce), hashes: [...new Set(hashes)] }
}

/** The text without the nonce. */
export function stripNonce(text: string, nonce: string): string {
  return text.replaceAll(nonce, STRIPPED_NONCE)
}
