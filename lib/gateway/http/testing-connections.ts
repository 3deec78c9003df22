import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A connection to the gateway on which a test writes any bytes, one at a time if need be. */
export interface TestConnection {
  socket: Socket
  write: (bytes: string | Buffer) => void
  /** Everything received so far. */
  received: () => string
  /** Waits until what was received matches; throws when the connection ends before, or after ten seconds. */
  waitFor: (pattern: RegExp) => Promise<string>
  /** Everything received, once the connection has ended. */
  ended: Promise<string>
}

/** Opens a connection; with `isDeaf` nothing is read from it. */
export async function openConnection(
  gateway: { port: number },
  { isDeaf = false } = {},
): Promise<TestConnection> {
  const socket = connect({ port: gateway.port, host: '127.0.0.1' })
  const pieces: Buffer[] = []
  if (isDeaf) socket.pause()
  else socket.on('data', (piece) => pieces.push(piece))
  // Many of these connections are meant to be cut off.
  socket.on('error', () => {})
  const received = () => Buffer.concat(pieces).toString('latin1')
  const ended = new Promise<string>((resolve) => socket.once('close', () => resolve(received())))
  await once(socket, 'connect')
  return {
    socket,
    write: (bytes) => void socket.write(bytes),
    received,
    ended,
    async waitFor(pattern) {
      for (let tries = 0; tries < 1_000; tries += 1) {
        if (pattern.test(received())) return received()
        if (socket.destroyed) break
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      throw new Error(`not received: ${pattern} in ${JSON.stringify(received().slice(0, 500))}`)
    },
  }
}

/** The head of a request, its end included. */
export const head = (start: string, headers: Record<string, string> = {}) =>
  [
    `${start} HTTP/1.1`,
    'Host: localhost',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
    .join('\r\n')
    .concat('\r\n\r\n')

/** Sends bytes at once and gives everything received until the gateway closed the connection. */
export async function say(gateway: { port: number }, bytes: string | Buffer): Promise<string> {
  const connection = await openConnection(gateway)
  connection.write(bytes)
  return connection.ended
}

/** The statuses of the answers in what was received. */
export const statusesIn = (received: string) =>
  [...received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
