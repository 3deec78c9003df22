import { createHash } from 'node:crypto'
import { inlineScripts } from '@/lib/framework/documents'

/** What stands for a nonce in bytes that everybody gets; it is in no policy, so it allows nothing. */
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
 * The policy (CSP 3) of a page that is the same for everybody: our own files, and of scripts and style sheets within it
 * only those whose hashes are given (`sha256-…`).
 */
export function sharedPolicy(scripts: readonly string[], styles: readonly string[] = []): string {
  const withOwn = (hashes: readonly string[]) => ["'self'", ...hashes.map((hash) => `'${hash}'`)].join(' ')
  return policy(withOwn(scripts), withOwn(styles))
}

/** The policy of a page made for one visitor: scripts that carry this answer's nonce, and what those load. */
export function privatePolicy(nonce: string): string {
  return policy(`'nonce-${nonce}' 'strict-dynamic'`)
}

/** The policy of what is no document: nothing may happen in it. */
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
 * Prepares a page that was rendered with a nonce known to nobody: strips the nonce from every place it got into
 * (tags, preload links, flight data), so that equal pages are equal bytes, and gives the hashes of the inline scripts that
 * carried it. A script that did not carry it is nobody's and gets no hash.
 */
export function hashInlineScripts(html: string, nonce: string): { html: string; hashes: string[] } {
  const hashes = inlineScripts(html, nonce).map(
    (source) => `sha256-${createHash('sha256').update(stripNonce(source, nonce)).digest('base64')}`,
  )
  return { html: stripNonce(html, nonce), hashes: [...new Set(hashes)] }
}

/** The text without the nonce. */
export function stripNonce(text: string, nonce: string): string {
  return text.replaceAll(nonce, STRIPPED_NONCE)
}
