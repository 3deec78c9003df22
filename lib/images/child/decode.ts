import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import sharp from 'sharp'
import { averageColour, likenessOf, SAMPLED } from '@/lib/images/likeness'
import { type EncodedPicture, MOST_BYTES } from '@/lib/images/protocol'
import { openPicture, PictureFault } from './open'

/** High enough that nobody sees a difference, also after it was encoded once more. */
const JPEG = { quality: 90, chromaSubsampling: '4:4:4', optimiseCoding: false } as const
/** Level 6 takes a third of the time of 9, for files a few per cent larger. */
const PNG = { compressionLevel: 6, adaptiveFiltering: true } as const

/**
 * Encodes a picture anew at `output`: pixels alone, upright, in sRGB with eight bits a channel. What was lossless or has
 * transparent parts becomes PNG, which loses nothing; everything else JPEG. Both are written line by line: forty
 * megapixels of WebP or AVIF would have to be in memory as a whole. Throws `PictureFault`.
 */
export async function decode(input: string, output: string): Promise<EncodedPicture> {
  const { image, metadata, isLossless, isMoving } = await openPicture(input)
  const isPng = isLossless || metadata.hasAlpha === true
  const inColour = image.toColourspace('srgb')
  const encoded = isPng ? inColour.png(PNG) : inColour.jpeg(JPEG)
  const { width, height } = await encoded.toFile(output)
  const { size: bytes } = await stat(output)
  if (bytes > MOST_BYTES) throw new PictureFault('too_large')
  const pixels = await sampled(output)
  return {
    sha256: await digestOf(output),
    bytes,
    mediaType: isPng ? 'image/png' : 'image/jpeg',
    width,
    height,
    colour: averageColour(pixels),
    likeness: likenessOf(pixels),
    isFirstFrameOnly: isMoving,
  }
}

/** The picture in 9 × 9 pixels, on white where it is transparent. */
export const sampled = (path: string): Promise<Buffer> =>
  sharp(path)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize(SAMPLED, SAMPLED, { fit: 'fill' })
    .raw()
    .toBuffer()

/** The SHA-256 of a file, in hexadecimal. */
export async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
