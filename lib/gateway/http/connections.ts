import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { type ParseError, unreadableStatus } from './message-faults'
import { refusalHeaders, refusalPage, sendRefusal } from './send'

type Refused = Parameters<typeof refusalPage>[0]

/** Keys on a connection: its newest answer, and whether no other may follow. */
const NEWEST = Symbol('the newest answer')
const ENDING = Symbol('nothing more is read')
type Connection = Duplex & { [NEWEST]?: ServerResponse; [ENDING]?: true }

/**
 * Registers a message on its connection; false when an earlier one was the last. What came after that one is not a
 * request, though the parser may have read it as one (RFC 9112 §9.6 and §11.2).
 */
export function mayAnswer(req: IncomingMessage, res: ServerResponse): boolean {
  const connection: Connection = req.socket
  if (connection[ENDING]) return false
  connection[NEWEST] = res
  return true
}

/** Makes an answer the last on its connection. */
export function answerLast(req: IncomingMessage, res: ServerResponse): void {
  const connection: Connection = req.socket
  connection[ENDING] = true
  res.shouldKeepAlive = false
}

/** Answers what cannot be parsed as a request, once, after all pending answers; then closes the connection. */
export function refuseUnreadable(server: Server): void {
  server.on('clientError', (error: ParseError, connection: Connection) => {
    if (!connection.writable) return void connection.destroy()
    const status = unreadableStatus(error)
    if (status === null) connection[ENDING] = true
    else refuse(connection, status)
  })
  // Tunnels are not supported. The parser has released the connection.
  server.on('connect', (_: IncomingMessage, connection: Connection) => {
    connection.on('error', () => connection.destroy())
    refuse(connection, 501)
  })
}

/**
 * Limits how long a request's body may take to arrive, in milliseconds: then it is answered with 408, and its connection
 * closed. Node's own limit is one for all addresses, so it is turned off.
 */
export function limitBody(req: IncomingMessage, timeout: number): void {
  const { 'content-length': length, 'transfer-encoding': coding } = req.headers
  if (coding === undefined && Number(length ?? 0) === 0) return
  const late = setTimeout(() => req.complete || refuse(req.socket, 408), timeout)
  req.once('close', () => clearTimeout(late))
}

function refuse(connection: Connection, status: Refused): void {
  if (connection[ENDING]) return
  connection[ENDING] = true
  const newest = connection[NEWEST]
  // A request that failed within its body has an answer of its own, unless it was sent already.
  if (newest && !newest.req.complete) {
    newest.shouldKeepAlive = false
    if (newest.headersSent) whenSent(newest, () => close(connection))
    else sendRefusal(newest.req, newest, status)
  } else {
    whenSent(newest, () => {
      connection.write(written(status))
      close(connection)
    })
  }
}

function whenSent(answer: ServerResponse | undefined, then: () => void): void {
  if (!answer || answer.writableFinished || answer.destroyed) then()
  else answer.once('close', then)
}

/** Closes a connection when all that was written has been sent. */
function close(connection: Connection): void {
  if (connection.writableFinished) connection.destroy()
  else connection.end(() => connection.destroy())
}

/** A refusal as bytes of HTTP, for a request that has no response object. */
function written(status: Refused): string {
  const body = refusalPage(status)
  const headers = { connection: 'close', ...refusalHeaders(status, body) }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`
}
