import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { Writable } from 'node:stream'
import { type Answer, type Handler, MOST_ANSWER } from './protocol'

/**
 * Has `handler` answer `req` into memory, and gives the whole answer once the handler is done as well. Throws what the
 * handler throws, and when the answer is cut short, too long, or `signal` aborts; the handler then sees its client
 * disconnect.
 */
export async function collectAnswer(
  handler: Handler,
  req: IncomingMessage,
  signal: AbortSignal,
): Promise<Answer> {
  const { sink, written } = collector()
  const res = new ServerResponse(req)
  // A body of unknown length then ends with the answer.
  res.useChunkedEncodingByDefault = false
  // A response only writes to its socket, as to any other stream.
  res.assignSocket(sink as unknown as Socket)
  // A real server emits this when the socket accepts more.
  sink.on('drain', () => res.emit('drain'))
  const leave = () => sink.destroy()
  signal.addEventListener('abort', leave, { once: true })
  try {
    const finished = new Promise<void>((resolve, reject) => {
      res.once('finish', resolve)
      sink.once('error', reject)
      sink.once('close', () => reject(new Error('the answer ended before it was whole')))
    })
    if (signal.aborted) leave()
    await Promise.all([handler(req, res), finished])
    return answerIn(written(), res.statusCode, req.method === 'HEAD')
  } finally {
    signal.removeEventListener('abort', leave)
    sink.destroy()
  }
}

function collector() {
  const chunks: Buffer[] = []
  let length = 0
  const sink = new Writable({
    write(chunk: Buffer, _, done) {
      chunks.push(chunk)
      length += chunk.length
      done(length > MOST_ANSWER ? new Error('the answer is longer than any should be') : null)
    },
  })
  return { sink, written: () => Buffer.concat(chunks, length) }
}

/** Parses what the response object has written (RFC 9112 §2.1); to a HEAD that is no body, whatever length it says. */
function answerIn(written: Buffer, status: number, isHead: boolean): Answer {
  const end = written.indexOf('\r\n\r\n')
  const lines = written.toString('latin1', 0, end).split('\r\n').slice(1)
  const headers: Answer['headers'] = {}
  for (const line of lines) {
    const colon = line.indexOf(': ')
    const name = line.slice(0, colon).toLowerCase()
    const value = line.slice(colon + 2)
    const before = headers[name]
    if (name === 'set-cookie') headers[name] = [...(headers[name] ?? []), value]
    else headers[name] = before === undefined ? value : `${before}, ${value}`
  }
  const body = written.subarray(end + 4)
  if (
    !isHead &&
    headers['content-length'] !== undefined &&
    Number(headers['content-length']) !== body.length
  ) {
    throw new Error('the answer is not as long as it says')
  }
  return { status, headers, body }
}
