import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** A line to the gateway on which a test writes whatever it likes, one byte at a time if need be. */
export interface Line {
  socket: Socket
  write: (bytes: string | Buffer) => void
  /** Everything that has come so far. */
  received: () => string
  /** Waits until what has come matches; throws when the line ends before, or after ten seconds. */
  waitFor: (pattern: RegExp) => Promise<string>
  /** Waits for the end of the line and gives everything that came. */
  ended: Promise<string>
}

/** Opens a line; nothing is read from it while it is `deaf`. */
export async function openLine(gateway: { port: number }, { isDeaf = false } = {}): Promise<Line> {
  const socket = connect({ port: gateway.port, host: '127.0.0.1' })
  const pieces: Buffer[] = []
  if (isDeaf) socket.pause()
  else socket.on('data', (piece) => pieces.push(piece))
  // Being cut off is what many of these lines are for.
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

/** What came on a line, asked in one go, until the gateway closed it. */
export async function say(gateway: { port: number }, bytes: string | Buffer): Promise<string> {
  const line = await openLine(gateway)
  line.write(bytes)
  return line.ended
}

/** The statuses of the answers that came on a line. */
export const statusesIn = (received: string) =>
  [...received.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status))
