import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { logError } from '@/lib/log'
import type { Rendered } from '../rendered'
import { collectAnswer } from './collect-answer'
import { packed } from './frame'
import { type Handler, PUBLIC_RENDER } from './protocol'
import { renderPublic } from './render-public'

/**
 * The renderer's side: listens on a unix socket to which only the door comes. A public render is answered with one
 * frame that holds the finished page in every coding; anything else goes to `handler` as it is, and its answer back.
 */
export async function startRenderServer(socketPath: string, handler: Handler) {
  const server = http.createServer((req, res) => {
    const isPublic = req.headers[PUBLIC_RENDER] !== undefined
    delete req.headers[PUBLIC_RENDER]
    const answered = isPublic ? answerPublic(handler, req, res) : handler(req, res)
    answered.catch((error) => {
      logError(error, { path: req.url?.split('?')[0] })
      if (res.headersSent) res.destroy()
      else res.writeHead(500).end()
    })
  })
  // The only client is the door, which bounds everything by deadlines of its own.
  server.requestTimeout = 0
  server.headersTimeout = 0
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socketPath, resolve))

  return {
    /** Cuts off what is under way and listens no more. */
    async close(): Promise<void> {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

const FAILED: Rendered = {
  status: 500,
  headers: {},
  bodies: { identity: new Uint8Array() },
  etag: '',
  tags: [],
  expiresAt: null,
  failed: true,
}

async function answerPublic(handler: Handler, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const left = new AbortController()
  res.once('close', () => left.abort())
  const rendered = await renderPublic(req, () => collectAnswer(handler, req, left.signal)).catch((error) => {
    if (!left.signal.aborted) logError(error, { path: req.url?.split('?')[0] })
    return FAILED
  })
  if (left.signal.aborted) return
  const frame = packed(rendered)
  res.writeHead(200, { 'content-length': frame.byteLength }).end(frame)
}
