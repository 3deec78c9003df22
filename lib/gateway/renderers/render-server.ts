import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { duringVisit, visitOf } from '@/lib/cache/reader'
import type { Rendered } from '@/lib/gateway/cache/rendered'
import { logError } from '@/lib/log'
import type { Progress } from '@/lib/progress/progress'
import { type ReplicaReading, replicaReading } from '@/lib/replica/read-routing'
import { noteAskedPath } from './asked-path'
import { collectAnswer } from './collect-answer'
import { packed } from './frame'
import { isPlainPage, plainPage } from './plain-page'
import { type Answer, type Handler, PUBLIC_RENDER } from './protocol'
import { takeReader } from './reader-header'
import { renderPublic } from './render-public'

/**
 * The renderer's side: listens on a unix socket that only the gateway uses. A shared render is answered with one frame
 * that has the finished page in every coding; anything else is answered by `handler` directly.
 */
export async function startRenderServer(socketPath: string, handler: Handler) {
  const server = http.createServer((req, res) => {
    const isPublic = req.headers[PUBLIC_RENDER] !== undefined
    const reading = replicaReading(req)
    const progress = takeReader(req)
    delete req.headers[PUBLIC_RENDER]
    noteAskedPath(req)
    const answered = isPublic
      ? answerPublic(handler, req, res, { reading, progress })
      : duringVisit(visitOf(progress), () =>
          reading || isPlainPage(req) ? answerCollected(handler, req, res, reading) : handler(req, res),
        )
    answered.catch((error) => {
      logError(error, { path: req.url?.split('?')[0] })
      if (res.headersSent) res.destroy()
      else res.writeHead(500).end()
    })
  })
  // The only client is the gateway, which has deadlines of its own.
  server.requestTimeout = 0
  server.headersTimeout = 0
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socketPath, resolve))

  return {
    /** Ends all connections and stops listening. */
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
  named: [],
  answers: '',
  failed: true,
}

async function answerPublic(
  handler: Handler,
  req: IncomingMessage,
  res: ServerResponse,
  { reading, progress }: { reading: ReplicaReading | null; progress: Progress | null },
): Promise<void> {
  const left = whenLeft(res)
  const isFailed = ({ failed, status }: Rendered) => failed || status >= 500
  const render = (asked: IncomingMessage) =>
    renderPublic(asked, progress, () => collectAnswer(handler, asked, left))
  const rendered = await (reading?.(render, isFailed) ?? render(req)).catch((error) => {
    if (!left.aborted) logError(error, { path: req.url?.split('?')[0] })
    return FAILED
  })
  if (left.aborted) return
  const frame = packed(rendered)
  res.writeHead(200, { 'content-length': frame.reduce((sum, piece) => sum + piece.byteLength, 0) })
  res.cork()
  for (const piece of frame) res.write(piece)
  res.end()
}

/** Answers a visitor where the whole answer is needed first: a replica may have to be asked, or React does not run. */
async function answerCollected(
  handler: Handler,
  req: IncomingMessage,
  res: ServerResponse,
  reading: ReplicaReading | null,
): Promise<void> {
  const left = whenLeft(res)
  const collect = (asked: IncomingMessage) => collectAnswer(handler, asked, left)
  const answer: Answer = await (reading?.(collect, ({ status }) => status >= 500) ?? collect(req))
  const { status, headers, body } = isPlainPage(req) ? plainPage(req, answer) : answer
  res.writeHead(status, headers).end(body)
}

/** Aborts when the gateway no longer waits. */
function whenLeft(res: ServerResponse): AbortSignal {
  const left = new AbortController()
  res.once('close', () => left.abort())
  return left.signal
}
