import type { IncomingMessage } from 'node:http'
import { isLeftToScripts, withoutFramework } from '@/lib/framework/documents'
import { nonceIn } from '@/lib/framework/headers'
import { routeAt } from '@/lib/routes/at-path'
import { builtSheet } from './built-sheet'
import { inlineSheets } from './inline-sheets'
import type { Answer } from './protocol'

/** Whether a private address is read on which React does not run, as its row says, or which has no row. */
export const isPlainPage = ({ method, url = '' }: IncomingMessage): boolean =>
  (method === 'GET' || method === 'HEAD') && !routeAt(url)?.route.runsReact

/**
 * A private page as it is sent where React does not run: with its style sheets in it, without the framework. Answers that
 * are no documents stay as they are, and so do those that the gateway replaces: the framework's own pages for errors.
 * Throws when the document is not whole without the framework's scripts.
 */
export function plainPage(req: IncomingMessage, answer: Answer): Answer {
  const isDocument = /^text\/html\b/i.test(answer.headers['content-type'] ?? '')
  if (!isDocument || isLeftToScripts(answer.body)) return answer
  const nonce = nonceIn(req.headers['content-security-policy'])
  const plain = withoutFramework(answer.body.toString('utf8'))
  const attributes = nonce === undefined ? '' : ` nonce="${nonce}"`
  const { html } = inlineSheets(plain, builtSheet, { attributes })
  // What it names is in the page now, or not needed.
  const { link: _, 'content-length': __, ...headers } = answer.headers
  return { status: answer.status, headers, body: Buffer.from(html) }
}
