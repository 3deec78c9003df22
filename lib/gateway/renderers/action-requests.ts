import { IncomingMessage } from 'node:http'
import { isActionId, readActionForm, writeActionForm } from '@/lib/framework/action-form'
import type { BuiltOperations } from '@/lib/framework/build'
import { ACTION_HEADER, ACTION_NOT_FOUND } from '@/lib/framework/headers'
import { sendRefusal } from '@/lib/gateway/http/send'
import { logRefusal } from '@/lib/log'
import { messages } from '@/lib/messages/messages'
import type { Handler } from './protocol'

const PAGE_METHODS = 'GET, HEAD, POST'

/**
 * Passes to the framework only requests that read, requests for a handler, and well-formed calls of its actions, which
 * are written anew. The rest is refused before anything is rendered, and logged in one line.
 */
export function soundActionsOnly(handler: Handler, build: BuiltOperations): Handler {
  return async (req, res) => {
    const [path = ''] = (req.url ?? '').split('?')
    if (isReading(req) || build.handlers.some((pattern) => pattern.test(path))) return handler(req, res)
    if (req.method !== 'POST') return sendRefusal(req, res, 405, { allow: PAGE_METHODS })
    const malformed = () => {
      logRefusal('a form was malformed', { path })
      sendRefusal(req, res, 400)
    }
    const called = req.headers[ACTION_HEADER]?.toString()
    if (called !== undefined && !isActionId(called)) return malformed()
    const form = await readActionForm(await bodyOf(req), req.headers['content-type'] ?? '', called)
    if (!form || !isActionId(form.action)) return malformed()
    if (!build.actions.has(form.action)) {
      logRefusal('a form was of another build', { path })
      // The page's script then throws, and the form keeps its text and says what happened.
      return sendRefusal(req, res, 404, ACTION_NOT_FOUND, messages().outdatedForm)
    }
    return handler(withBody(req, writeActionForm(form, called !== undefined)), res)
  }
}

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of req) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The same request with another body. */
function withBody(req: IncomingMessage, { contentType, body }: { contentType: string; body: Buffer }) {
  const { method, url, httpVersion, rawHeaders } = req
  const copy = Object.assign(new IncomingMessage(req.socket), {
    method,
    url,
    httpVersion,
    rawHeaders,
    complete: true,
  })
  Object.assign(copy.headers, req.headers, {
    'content-type': contentType,
    'content-length': String(body.byteLength),
  })
  copy.push(body)
  copy.push(null)
  return copy
}
