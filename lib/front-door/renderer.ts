import { randomBytes } from 'node:crypto'
import { type Answer, exchange } from './exchange'
import type { InnerServer } from './inner-server'
import { FILE_POLICY, sealScripts, sharedPolicy, spend } from './policy-headers'
import type { Render, Rendered } from './rendered'

/** Of what a render answers, only this is passed on to everybody. */
const PASSED_ON = [
  'content-type',
  'content-language',
  'content-disposition',
  'link',
  'location',
  'x-robots-tag',
]

/**
 * Makes the renderer of shared routes. It asks the inner server without anything of the visitor: no cookies, no
 * headers, the wiki's own host, and a nonce that nobody is told.
 */
export function createRender(
  inner: InnerServer,
  addressed: () => { host: string; isSecure: boolean },
): Render {
  return async (target, signal) => {
    const address = addressed()
    const nonce = randomBytes(16).toString('hex')
    const watched = inner.watch()
    try {
      const headers = {
        host: address.host,
        'x-forwarded-host': address.host,
        'x-forwarded-proto': address.isSecure ? 'https' : 'http',
        'content-security-policy': `script-src 'nonce-${nonce}'`,
        'x-nonce': nonce,
        'user-agent': 'Loreleaf',
        accept: '*/*',
        [watched.header]: watched.id,
      }
      const answer = await exchange(inner, { method: 'GET', target, headers, signal })
      const record = await watched.whenHandled(signal)
      return {
        ...publicPart(answer, nonce, address.host),
        // A page can say of itself that it is missing or gone.
        status: answer.status === 200 ? (record.status ?? 200) : answer.status,
        tags: [...record.tags],
        expiresAt: record.expiresAt,
        failed: record.failed,
      }
    } finally {
      watched.forget()
    }
  }
}

/** What everybody may see of an answer. Throws when it is not for everybody: a cookie, or a way to another site. */
function publicPart(
  answer: Answer,
  nonce: string,
  host: string,
): Pick<Rendered, 'status' | 'headers' | 'body'> {
  if (answer.headers['set-cookie']) throw new Error('a shared page set a cookie')
  const headers: Record<string, string> = {}
  for (const name of PASSED_ON) {
    const value = answer.headers[name]
    if (value !== undefined) headers[name] = spend(String(value), nonce)
  }
  if (headers.location !== undefined) headers.location = localAddress(headers.location, host)
  const { status, body } = answer
  // Who is sent on reads nothing here.
  if (status >= 300 && status < 400) return { status, headers, body: Buffer.alloc(0) }
  const isDocument = /^text\/html\b/i.test(headers['content-type'] ?? '')
  if (!isDocument) return { status, headers: { ...headers, 'content-security-policy': FILE_POLICY }, body }
  const { html, hashes } = sealScripts(body.toString('utf8'), nonce)
  headers['content-security-policy'] = sharedPolicy(hashes)
  return { status, headers, body: Buffer.from(html) }
}

function localAddress(location: string, host: string): string {
  const base = `http://${host}`
  const url = URL.canParse(location, base) ? new URL(location, base) : null
  if (url?.host !== new URL(base).host) throw new Error('a shared page leads to another site')
  return `${url.pathname}${url.search}${url.hash}`
}
