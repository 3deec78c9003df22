import { connect as connectSocket } from 'node:net'
import { buildConnector } from 'undici'
import { OutsideError } from './outcome'
import { hostOf } from './outside-address'
import { isPublicAddress, literalAddress } from './public-address'
import type { Reach } from './reach'

/**
 * Connects to public addresses only: a name is looked up once, here; if any of its answers is not public nothing is
 * connected, and the address at the other end of the socket is asked again. A name cannot answer otherwise in between.
 */
export function connector(reach: Reach, signal: AbortSignal, patience: number): buildConnector.connector {
  return (options, callback) => {
    const host = hostOf(new URL(`${options.protocol}//${options.hostname}`))
    const standIn = reach.standIn(host)
    if (standIn) {
      const socket = connectSocket(standIn)
      socket.once('connect', () => callback(null, socket))
      socket.once('error', (error) => callback(error, null))
      return
    }
    publicAddresses(reach, options.hostname, signal).then(
      (addresses) => {
        const known = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
        const connect = buildConnector({
          timeout: patience,
          maxCachedSessions: 0,
          lookup: (_name, { all }, answer) => {
            const [first] = known
            if (all || !first) answer(null, known)
            else answer(null, first.address, first.family)
          },
        })
        connect(options, (...[error, socket]) => {
          if (!socket) return callback(error ?? new OutsideError('unreachable'), null)
          if (isPublicAddress(socket.remoteAddress ?? '')) return callback(null, socket)
          socket.destroy()
          callback(new OutsideError('inside'), null)
        })
      },
      (error) => callback(error, null),
    )
  }
}

/** The addresses of a host; throws where one of them is not public, or none is known. */
export async function publicAddresses(
  reach: Pick<Reach, 'resolve'>,
  hostname: string,
  signal: AbortSignal,
): Promise<string[]> {
  const literal = literalAddress(hostname)
  const addresses = literal ? [literal] : await reach.resolve(hostname, signal).catch(nothingFound)
  if (addresses.length === 0) throw new OutsideError('unreachable')
  if (!addresses.every(isPublicAddress)) throw new OutsideError('inside')
  return addresses
}

function nothingFound(): never {
  throw new OutsideError('unreachable')
}
