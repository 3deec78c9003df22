import http, { type OutgoingHttpHeaders } from 'node:http'

/** An HTTP response as received, without decompression. */
export interface Answer {
  status: number
  /** The headers in order, without those of the connection. */
  headers: Record<string, string | string[]>
  body: Buffer
  /** From the request to the last byte, in milliseconds. */
  took: number
}

const OF_THE_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'date'])

/** Connections are kept alive, as in browsers. */
const agent = new http.Agent({ keepAlive: true })

export interface Question {
  method?: 'GET' | 'PATCH' | 'POST'
  headers?: OutgoingHttpHeaders
  body?: Buffer
}

/** Sends one request and gives the response, whatever its status. Throws when there is none. */
export function ask(url: string, { method = 'GET', headers = {}, body }: Question = {}): Promise<Answer> {
  const began = performance.now()
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: sentHeaders(response.rawHeaders),
          body: Buffer.concat(chunks),
          took: performance.now() - began,
        }),
      )
    })
    request.once('error', reject)
    request.end(body)
  })
}

/** Requests a page and gives its response; throws when its status is not 200. */
export async function read(url: string, headers: OutgoingHttpHeaders = GZIP): Promise<Answer> {
  const answer = await ask(url, { headers })
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`)
  return answer
}

/** The headers of the load in every part, so that all send the same bytes. */
export const GZIP = { 'accept-encoding': 'gzip' }

function sentHeaders(raw: string[]): Record<string, string | string[]> {
  const headers: Record<string, string | string[]> = {}
  for (let at = 0; at < raw.length; at += 2) {
    const [name = '', value = ''] = raw.slice(at, at + 2)
    if (OF_THE_CONNECTION.has(name.toLowerCase())) continue
    const before = headers[name]
    headers[name] = before === undefined ? value : [before, value].flat()
  }
  return headers
}
