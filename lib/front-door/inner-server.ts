import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ResponseRecord, recordResponse } from '@/lib/cache/touched'
import { logError } from '@/lib/log'

/** What answers behind the front door; it is given, so that the front door needs to know no framework. */
export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/** No visitor's header by this name gets past the door. */
const WATCH_HEADER = 'x-loreleaf-render'

interface Watched {
  record: ResponseRecord
  handled: Promise<void>
}

export type InnerServer = Awaited<ReturnType<typeof startInnerServer>>

/**
 * Listens on a unix socket in a folder that only this user may enter, and passes every request to `handler`. A request
 * that is watched runs with a record of what it reads.
 */
export async function startInnerServer(handler: Handler) {
  const folder = await mkdtemp(join(tmpdir(), 'loreleaf-'))
  const socketPath = join(folder, 'inner.sock')
  const watchedRequests = new Map<string, Watched>()

  const server = http.createServer((req, res) => {
    const id = String(req.headers[WATCH_HEADER] ?? '')
    delete req.headers[WATCH_HEADER]
    const watched = watchedRequests.get(id)
    if (!watched) return void handle(handler, req, res)
    watched.handled = recordResponse(watched.record, () => handle(handler, req, res, watched.record))
  })
  // The only client is the door, which bounds everything by deadlines of its own.
  server.requestTimeout = 0
  server.headersTimeout = 0
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(socketPath, resolve))
  const agent = new http.Agent({ keepAlive: true })

  return {
    socketPath,
    agent,

    /** Prepares to watch one request: send it with `header: id`, and `forget` it afterwards. */
    watch() {
      const id = randomUUID()
      const record: ResponseRecord = { tags: new Set(), expiresAt: null, failed: false }
      const watched: Watched = { record, handled: Promise.resolve() }
      watchedRequests.set(id, watched)
      return {
        header: WATCH_HEADER,
        id,
        /** The whole record: an error can be reported a little after the last byte. Throws when `signal` aborts. */
        async whenHandled(signal: AbortSignal): Promise<ResponseRecord> {
          await Promise.race([watched.handled, aborted(signal)])
          await new Promise(setImmediate)
          return record
        },
        forget: () => watchedRequests.delete(id),
      }
    },

    async close(): Promise<void> {
      agent.destroy()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function handle(
  handler: Handler,
  req: IncomingMessage,
  res: ServerResponse,
  record?: ResponseRecord,
): Promise<void> {
  try {
    await handler(req, res)
  } catch (error) {
    logError(error, { path: req.url })
    if (record) record.failed = true
    if (res.headersSent) res.destroy()
    else res.writeHead(500).end()
  }
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
