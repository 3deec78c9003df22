import { withoutFramework } from '@/lib/framework/documents'
import { isRouterHeader } from '@/lib/framework/headers'
import {
  FILE_POLICY,
  framedPolicy,
  hashInlineScripts,
  sharedPolicy,
  stripNonce,
} from '@/lib/gateway/http/policy-headers'
import type { BuiltSheet } from './built-sheet'
import { inlineSheets } from './inline-sheets'
import type { Answer } from './protocol'

/** The only headers of a render that a shared page keeps. */
const PASSED_ON = ['content-type', 'content-language', 'content-disposition', 'location', 'x-robots-tag']

/** Whether a shared render never gets this header, so that its answer may name it in `Vary`. */
const isNeverSent = (name: string) => name === 'accept-encoding' || isRouterHeader(name)

/**
 * The public part of an answer. Throws when the answer cannot be shared: it sets a cookie, varies with a header
 * (RFC 9111 §4.1), or redirects to another site; or when its document is not whole without the framework's scripts, since
 * React runs on no shared page. A document that other sites may show in a frame has its own style sheets and no scripts.
 */
export function publicPart(
  answer: Answer,
  nonce: string,
  host: string,
  sheetAt: (href: string) => BuiltSheet | null,
  mayBeFramed = false,
): { status: number; headers: Record<string, string>; body: Buffer } {
  if (answer.headers['set-cookie']) throw new Error('a shared page set a cookie')
  const varying = answer.headers.vary?.split(',').find((name) => !isNeverSent(name.trim().toLowerCase()))
  if (varying) throw new Error(`a shared page varies with ${varying.trim()}`)
  const headers: Record<string, string> = {}
  for (const name of PASSED_ON) {
    const value = answer.headers[name]
    if (value !== undefined) headers[name] = stripNonce(String(value), nonce)
  }
  if (headers.location !== undefined) headers.location = localAddress(headers.location, host)
  const { status, body } = answer
  // A redirect needs no body.
  if (status >= 300 && status < 400) return { status, headers, body: Buffer.alloc(0) }
  const isDocument = /^text\/html\b/i.test(headers['content-type'] ?? '')
  if (!isDocument) return { status, headers: { ...headers, 'content-security-policy': FILE_POLICY }, body }
  if (mayBeFramed) {
    const policy = framedPolicy(body.toString('utf8'))
    return { status, headers: { ...headers, 'content-security-policy': policy }, body }
  }
  // The sheets come last: they are as long as the rest, and nothing is to be found in them.
  const plain = hashInlineScripts(withoutFramework(body.toString('utf8')), nonce)
  const { html, styles, scripts } = inlineSheets(plain.html, sheetAt)
  headers['content-security-policy'] = sharedPolicy([...plain.hashes, ...scripts], styles)
  return { status, headers, body: Buffer.from(html) }
}

function localAddress(location: string, host: string): string {
  const base = `http://${host}`
  const url = URL.canParse(location, base) ? new URL(location, base) : null
  if (url?.host !== new URL(base).host) throw new Error('a shared page leads to another site')
  return `${url.pathname}${url.search}${url.hash}`
}
