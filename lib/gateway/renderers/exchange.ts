import http, { type OutgoingHttpHeaders } from 'node:http'
import { type Answer, MOST_ANSWER } from './protocol'

export interface Exchange {
  method: string
  /** The canonical target. */
  target: string
  headers: OutgoingHttpHeaders
  body?: Buffer | undefined
  signal: AbortSignal
}

/**
 * Asks one renderer and gives its whole answer, so that a visitor who reads slowly does not keep a renderer busy.
 * Throws when the answer is cut short, too long, or aborted.
 */
export async function exchange(
  { socketPath, agent }: { socketPath: string; agent: http.Agent },
  { method, target, headers, body, signal }: Exchange,
): Promise<Answer> {
  const options = { socketPath, agent, method, path: target, headers, signal }
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    http.request(options, resolve).on('error', reject).end(body)
  })
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response) {
    chunks.push(chunk)
    length += chunk.length
    if (length > 2 * MOST_ANSWER) throw new Error(`the answer to ${target} is longer than any should be`)
  }
  if (!response.complete) throw new Error(`the answer to ${target} ended before it was whole`)
  return { status: response.statusCode ?? 500, headers: response.headers, body: Buffer.concat(chunks) }
}
