import { createHash } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import type { About } from './store'

/** What was to be stored is not what was announced: neither stored nor tried again. */
export class OtherBytesError extends Error {}

/**
 * Passes bytes through and fails unless they are as many as announced, and those of the digest where one is known. The
 * last of them are passed on only when all are known to be right, so nobody behind has a whole that is wrong.
 */
export function checkBytes({ size, sha256 }: About): Transform {
  const hash = sha256 === undefined ? null : createHash('sha256')
  let count = 0
  let last: Buffer | null = null
  return new Transform({
    transform(chunk: Buffer, _, done) {
      if (last) this.push(last)
      last = chunk
      count += chunk.byteLength
      hash?.update(chunk)
      done(count > size ? new OtherBytesError('there are more bytes than were announced') : null)
    },
    flush(done) {
      if (count < size) return done(new OtherBytesError('there are fewer bytes than were announced'))
      if (hash && hash.digest('hex') !== sha256) return done(new OtherBytesError('these are other bytes'))
      done(null, last)
    },
  })
}

/** One chunk, not one a byte: a buffer itself would be iterated. */
export const streamOf = (source: Readable | Buffer): Readable =>
  Buffer.isBuffer(source) ? Readable.from(source.byteLength > 0 ? [source] : []) : source
