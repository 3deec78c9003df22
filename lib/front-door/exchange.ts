import http, { type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http'
import type { InnerServer } from './inner-server'

/** Nothing that a wiki answers is this long, in bytes. */
const LONGEST = 16 * 1024 * 1024

export interface Exchange {
  method: string
  /** The canonical target. */
  target: string
  headers: OutgoingHttpHeaders
  body?: Buffer | undefined
  signal: AbortSignal
}

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/**
 * Asks the inner server and gives its whole answer, so that a visitor who reads slowly holds nothing up behind the
 * door. Throws when the answer is cut short, too long, or aborted.
 */
export async function exchange(
  inner: InnerServer,
  { method, target, headers, body, signal }: Exchange,
): Promise<Answer> {
  const { socketPath, agent } = inner
  const options = { socketPath, agent, method, path: target, headers, signal }
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.request(options, resolve).on('error', reject).end(body)
  })
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    chunks.push(chunk)
    length += chunk.length
    if (length > LONGEST) throw new Error(`the answer to ${target} is longer than any should be`)
  }
  if (!response.complete) throw new Error(`the answer to ${target} ended before it was whole`)
  return { status: response.statusCode ?? 500, headers: response.headers, body: Buffer.concat(chunks) }
}
