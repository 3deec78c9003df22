import { isRouterHeader } from '@/lib/framework/headers'
import { FILE_POLICY, hashInlineScripts, sharedPolicy, stripNonce } from '@/lib/gateway/http/policy-headers'
import { inlineSheets, type Sheet } from './inline-sheets'
import type { Answer } from './protocol'

/** Of what a render answers, only this is passed on to everybody. */
const PASSED_ON = ['content-type', 'content-language', 'content-disposition', 'location', 'x-robots-tag']

/** Whether nothing of this is ever sent to a render: it may say that it varies with it. */
const isNeverSent = (name: string) => name === 'accept-encoding' || isRouterHeader(name)

/**
 * What everybody may see of an answer. Throws when it is not for everybody: a cookie, something that it varies with
 * (RFC 9111 §4.1), or a way to another site.
 */
export function publicPart(
  answer: Answer,
  nonce: string,
  host: string,
  sheetAt: (href: string) => Sheet | null,
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
  // Who is sent on reads nothing here.
  if (status >= 300 && status < 400) return { status, headers, body: Buffer.alloc(0) }
  const isDocument = /^text\/html\b/i.test(headers['content-type'] ?? '')
  if (!isDocument) return { status, headers: { ...headers, 'content-security-policy': FILE_POLICY }, body }
  const styled = inlineSheets(body.toString('utf8'), sheetAt)
  const { html, hashes } = hashInlineScripts(styled.html, nonce)
  headers['content-security-policy'] = sharedPolicy(hashes, styled.hashes)
  return { status, headers, body: Buffer.from(html) }
}

function localAddress(location: string, host: string): string {
  const base = `http://${host}`
  const url = URL.canParse(location, base) ? new URL(location, base) : null
  if (url?.host !== new URL(base).host) throw new Error('a shared page leads to another site')
  return `${url.pathname}${url.search}${url.hash}`
}
