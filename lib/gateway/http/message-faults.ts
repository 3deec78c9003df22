import type { IncomingMessage } from 'node:http'

export type MessageFault = 400 | 417 | 501 | 505

/** RFC 9110 §4.2.1 and §7.2: a name or an address, with a port or without. */
const HOST = /^(?:[\w.~-]+|\[[\da-f:.]+\])(?::(\d{0,5}))?$/i

/**
 * The status with which a message that could be parsed has to be refused (RFC 9112); null for a valid one. What cannot
 * be parsed is refused through `unreadableStatus`.
 */
export function messageFault(req: IncomingMessage): MessageFault | null {
  const { headers, httpVersionMajor } = req
  // §2.3: another major version is another protocol.
  if (httpVersionMajor !== 1) return 505
  if (!namesOneHost(req)) return 400
  const coding = headers['transfer-encoding']
  if (coding !== undefined) {
    const fault = codingFault(coding, req.httpVersionMinor)
    if (fault) return fault
  }
  if (req.method === 'TRACE') return 501
  // RFC 9110 §10.1.1; version 1.0 has no expectations.
  const { expect } = headers
  if (expect !== undefined && req.httpVersionMinor > 0 && expect.toLowerCase() !== '100-continue') return 417
  return null
}

/** §3.2: exactly one valid host; in version 1.0 it may be missing. */
function namesOneHost({ headers, rawHeaders, httpVersionMinor }: IncomingMessage): boolean {
  const { host } = headers
  if (host === undefined) return httpVersionMinor === 0
  let named = 0
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]
    if (name?.length === 4 && name.toLowerCase() === 'host') named += 1
  }
  return named === 1 && isHost(host)
}

/** Whether this is a host of an `http` address, with a port or without. */
export function isHost(host: string): boolean {
  const found = HOST.exec(host)
  return found !== null && Number(found[1] ?? 0) <= 65_535
}

/**
 * §6.1 and §6.3: version 1.0 has no transfer codings; unless `chunked` is the last, the message's end is unknown; and
 * `chunked` is the only coding that is supported here.
 */
function codingFault(coding: string, minor: number): MessageFault | null {
  if (minor === 0) return 400
  const names = coding.split(',').map((name) => name.trim().toLowerCase())
  if (names.at(-1) !== 'chunked') return 400
  return names.length === 1 ? null : 501
}

/** Node's error for a request that its parser rejected. */
export interface ParseError extends Error {
  code?: string
  /** The last piece that was received, and how much of it was parsed. */
  rawPacket?: Buffer
  bytesParsed?: number
}

export type UnreadableStatus = 400 | 408 | 413 | 431 | 501 | 505

/** The status for what the parser rejected; null when data only came after the last message. */
export function unreadableStatus(error: ParseError): UnreadableStatus | null {
  switch (error.code) {
    // After a message that closes its connection.
    case 'HPE_CLOSED_CONNECTION':
      return null
    case 'HPE_HEADER_OVERFLOW':
      return 431
    case 'HPE_CHUNK_EXTENSIONS_OVERFLOW':
      return 413
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return 408
    // The preface of HTTP/2 (RFC 9113 §3.4).
    case 'HPE_PAUSED_H2_UPGRADE':
      return 505
    case 'HPE_INVALID_METHOD':
    case 'HPE_INVALID_VERSION':
      return statusOfLine(lineAt(error))
    default:
      return 400
  }
}

/** A well-formed request line (§3) has a method or a version that is not supported. */
function statusOfLine(line: string): 400 | 501 | 505 {
  const [, version] = /^[!#$%&'*+.^`|~\w-]+ \S+ HTTP\/(\d\.\d)$/.exec(line) ?? []
  if (!version) return 400
  return version === '1.0' || version === '1.1' ? 501 : 505
}

/** The line of the last piece in which the parser stopped. */
function lineAt({ rawPacket, bytesParsed = 0 }: ParseError): string {
  if (!rawPacket) return ''
  const before = Math.max(0, bytesParsed - 1)
  const start = rawPacket.lastIndexOf('\n', before) + 1
  const end = rawPacket.indexOf('\r\n', before)
  return end === -1 ? '' : rawPacket.toString('latin1', start, end)
}
