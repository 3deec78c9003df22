import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { OutsideError } from './outcome'

const decoders = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** The codings that a request offers. */
export const ACCEPTED_CODINGS = 'gzip, br'

/**
 * The first `most` bytes of an answer, counted after it is decompressed; the rest is never read. What came before an
 * answer broke off or the time was up is given as cut. Throws when there is nothing, or two codings.
 */
export async function readBody(
  body: Readable,
  coding: string,
  most: number,
): Promise<{ bytes: Buffer; isCut: boolean }> {
  const decoded = decode(body, coding.trim().toLowerCase())
  const parts: Buffer[] = []
  let size = 0
  try {
    for await (const part of decoded as AsyncIterable<Buffer>) {
      parts.push(part)
      size += part.length
      if (size > most) return { bytes: Buffer.concat(parts).subarray(0, most), isCut: true }
    }
    return { bytes: Buffer.concat(parts), isCut: false }
  } catch (error) {
    if (size === 0) throw error
    return { bytes: Buffer.concat(parts), isCut: true }
  } finally {
    decoded.destroy()
    body.on('error', () => {}).destroy()
  }
}

function decode(body: Readable, coding: string): Readable {
  if (coding === '' || coding === 'identity') return body
  if (!Object.hasOwn(decoders, coding)) throw new OutsideError('other-type')
  // What goes wrong is thrown where the decoded bytes are read.
  return pipeline(body, decoders[coding as keyof typeof decoders](), () => {})
}
